"""Which network addresses a report may be fetched from."""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading

from dateline.model.errors import SourceError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """True for an address on the open internet, by the IANA registries (``ipaddress.is_global``).

    An IPv6 address that carries an IPv4 one (mapped, 6to4, Teredo, NAT64) is as public as what it carries.
    """
    if isinstance(address, ipaddress.IPv6Address):
        carried = _carried(address)
        if carried is not None:
            return is_public(carried)
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def resolve(host: str, port: int, *, seconds: float, allow_private: bool) -> tuple[str, ...]:
    """The addresses of ``host``, in the system's order, each of them public unless ``allow_private``.

    One non-public address among several is enough to refuse the host: a name that points both outside and
    inside is how a private service is reached by stealth. Raises ``SourceError``.
    """
    addresses = tuple(dict.fromkeys(_look_up(host, port, seconds)))
    if not addresses:
        raise SourceError(f"The host {host} has no address.", "Check the spelling of the URL.")
    for address in addresses:
        if not allow_private and not is_public(ipaddress.ip_address(address.partition("%")[0])):
            where = host if host == address else f"{host} is at {address}, which"
            raise SourceError(
                f"{where} is not a public address; it was not fetched.",
                "If it is a server of your own network that you trust, allow private addresses (--allow-private).",
            )
    return addresses


def _look_up(host: str, port: int, seconds: float) -> list[str]:
    # getaddrinfo takes no time limit, so it runs in a thread that can be left behind.
    answer: queue.Queue[list[str] | Exception] = queue.Queue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.put([str(sockaddr[0]) for *_, sockaddr in found])
        except (OSError, UnicodeError, ValueError) as error:
            answer.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        result = answer.get(timeout=max(seconds, 0.01))
    except queue.Empty:
        raise SourceError(f"Looking up the host {host} took too long.", "Try again later.") from None
    if isinstance(result, Exception):
        raise SourceError(
            f"The host {host} was not found ({result}).", "Check the spelling of the URL and the connection."
        ) from None
    return result
