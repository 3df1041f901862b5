# ruff: noqa: E501 - the sample texts are easier to read on one line
"""Saved pages in the manner of a dozen content systems, with what a careful reader would take from each."""

from __future__ import annotations

from dataclasses import dataclass

FIRST = (
    "Gunmen on motorcycles attacked a market in the village of Karma on Tuesday, killing at least seven people and"
    " wounding a dozen others, residents and a local official said."
)
SECOND = (
    "The official, who asked not to be named, said that the attackers had come from across the border and had burned"
    " two trucks before they withdrew towards the north."
)
THIRD = (
    "No group has said that it carried out the attack. The army said in a statement that its forces were in pursuit"
    " and that the road between Karma and the regional capital had been closed."
)
BODY = f"<p>{FIRST}</p>\n<p>{SECOND}</p>\n<p>{THIRD}</p>"
TITLE = "Seven killed in attack on Karma market"
FOOTER = "<footer><p>Copyright © 2024 All rights reserved. Last rendered 22 October 2025.</p></footer>"
RELATED = """<aside class="related"><h2>Related stories</h2><ul>
<li><a href="/2019/03/02/other">Older attack</a> <time datetime="2019-03-02">2 March 2019</time></li></ul></aside>"""


@dataclass(frozen=True)
class Page:
    name: str
    html: str
    published: str | None
    outlet: str | None
    title: str | None = TITLE
    author: str | None = None
    disputed: bool = False


def _page(head: str, body: str) -> str:
    return f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


PAGES = (
    Page(
        "WordPress with Open Graph and JSON-LD graph",
        _page(
            f"""<title>{TITLE} - Sahel Courier</title>
            <meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Sahel Courier">
            <meta property="article:published_time" content="2023-07-26T09:15:00+00:00">
            <meta property="article:modified_time" content="2023-08-30T09:15:00+00:00">
            <script type="application/ld+json">{{"@context":"https://schema.org","@graph":[
            {{"@type":"WebSite","name":"Sahel Courier"}},
            {{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2023-07-26T09:15:00+00:00",
            "dateModified":"2023-08-30T09:15:00+00:00","author":{{"@type":"Person","name":"Awa Traoré"}}}}]}}</script>""",
            f"""<header><nav>Home</nav></header><main><article><h1 class="entry-title">{TITLE}</h1>
            <div class="entry-meta"><span class="posted-on"><time class="entry-date" datetime="2023-07-26T09:15:00+00:00">
            July 26, 2023</time></span></div><div class="entry-content">{BODY}</div></article></main>{RELATED}{FOOTER}""",
        ),
        "2023-07-26", "Sahel Courier", author="Awa Traoré",
    ),
    Page(
        "Drupal with Dublin Core",
        _page(
            f"""<title>{TITLE} | Ministry Watch</title><meta name="dcterms.issued" content="2022-02-03">
            <meta property="og:site_name" content="Ministry Watch">""",
            f"""<div class="region-header">Ministry Watch</div><div class="node"><h1>{TITLE}</h1>
            <div class="submitted">Submitted by editor on Thu, 02/03/2022 - 10:12</div>
            <div class="field-body">{BODY}</div></div>{FOOTER}""",
        ),
        "2022-02-03", "Ministry Watch",
    ),
    Page(
        "a byline under the headline only",
        _page(
            f"<title>{TITLE} — The Karma Gazette</title>",
            f"<article><h1>{TITLE}</h1><p class='byline'>By Staff Reporter | 5 May 2021, 14:20 GMT</p>{BODY}</article>{FOOTER}",
        ),
        "2021-05-05", "The Karma Gazette",
    ),
    Page(
        "no date but the footer's and the related stories'",
        _page(f"<title>{TITLE}</title>", f"<div><h1>{TITLE}</h1>{BODY}</div>{RELATED}{FOOTER}"),
        None, None,
    ),
    Page(
        "meta and byline a week apart",
        _page(
            f"""<title>{TITLE}</title><meta property="og:site_name" content="Border Post">
            <meta property="article:published_time" content="2023-08-02T00:00:00Z">""",
            f"<article><h1>{TITLE}</h1><div class='date'>26 July 2023</div>{BODY}</article>",
        ),
        None, "Border Post", disputed=True,
    ),
    Page(
        "address against JSON-LD",
        _page(
            f"""<title>{TITLE}</title><link rel="canonical" href="https://news.example/2020/01/15/karma">
            <script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}",
            "datePublished":"2020-03-15","publisher":{{"@type":"Organization","name":"Example News"}}}}</script>""",
            f"<article><h1>{TITLE}</h1>{BODY}</article>",
        ),
        None, "Example News", disputed=True,
    ),
    Page(
        "two signs a day apart over a time zone",
        _page(
            f"""<title>{TITLE}</title><meta property="article:published_time" content="2023-07-26T23:30:00Z">
            <meta property="og:site_name" content="Far East Wire">""",
            f"<article><h1>{TITLE}</h1><time datetime='2023-07-27T08:30:00+09:00'>27 July 2023</time>{BODY}</article>",
        ),
        "2023-07-26", "Far East Wire",
    ),
    Page(
        "published and updated in one line",
        _page(
            f"<title>{TITLE}</title><meta name='application-name' content='Delta Radio'>",
            f"""<article><h1>{TITLE}</h1><div class="dates">Published 26 July 2023 | Updated 14 September 2023</div>
            {BODY}</article>{FOOTER}""",
        ),
        "2023-07-26", "Delta Radio",
    ),
    Page(
        "updated only",
        _page(
            f"<title>{TITLE}</title><meta property='og:updated_time' content='2023-09-14'>",
            f"<article><h1>{TITLE}</h1><time class='updated' datetime='2023-09-14'>Updated 14 September 2023</time>{BODY}</article>",
        ),
        None, None,
    ),
    Page(
        "today's date in the masthead",
        _page(
            f"<title>{TITLE}</title><meta name='author' content='By Lena Ortiz'>",
            f"""<div class="masthead"><span class="current-date">Wednesday, 22 October 2025</span></div>
            <article><h1>{TITLE}</h1>{BODY}</article>{FOOTER}""",
        ),
        None, None, author="Lena Ortiz",
    ),
    Page(
        "several articles in JSON-LD, one of them this one",
        _page(
            f"""<title>{TITLE}</title><meta property="og:site_name" content="Valley Online">
            <meta property="og:url" content="https://valley.example/karma">
            <script type="application/ld+json">[{{"@type":"NewsArticle","url":"https://valley.example/other",
            "headline":"Another","datePublished":"2018-01-01"}},{{"@type":"NewsArticle",
            "url":"https://valley.example/karma","headline":"{TITLE}","datePublished":"2024-02-29"}}]</script>""",
            f"<article><h1>{TITLE}</h1>{BODY}</article>",
        ),
        "2024-02-29", "Valley Online",
    ),
    Page(
        "the date in the address alone",
        _page(
            f"<title>{TITLE}</title><link rel='canonical' href='https://daily.example/2019/11/07/karma-market'>",
            f"<div id='content'><h1>{TITLE}</h1>{BODY}</div>",
        ),
        "2019-11-07", None,
    ),
    Page(
        "a page of the nineties",
        f"<HTML><HEAD><TITLE>{TITLE}</TITLE></HEAD><BODY><H1>{TITLE}</H1><P><I>March 9, 1999</I></P>"
        + BODY.replace("<p>", "<P>").replace("</p>", "") + "</BODY></HTML>",
        "1999-03-09", None,
    ),
    Page(
        "a date yet to come",
        _page(
            f"""<title>{TITLE}</title><meta property="article:published_time" content="2031-01-01T00:00:00Z">
            <meta property="og:site_name" content="Clockless">""",
            f"<article><h1>{TITLE}</h1>{BODY}</article>",
        ),
        None, "Clockless",
    ),
    Page(
        "an anniversary's date in the text",
        _page(
            f"<title>{TITLE}</title>",
            f"""<article><h1>{TITLE}</h1>{BODY}<p>The village was the scene of a massacre on 12 June 2014, when
            forty people were killed, according to a report that was published on 2015-01-20.</p></article>""",
        ),
        None, None,
    ),
    Page(
        "microdata and a month in the address",
        _page(
            f"""<title>{TITLE} | World | Plains Herald</title>
            <link rel="canonical" href="https://plains.example/2023/07/karma-market-attack">""",
            f"""<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{TITLE}</h1>
            <meta itemprop="datePublished" content="2023-07-26">{BODY}</article>{FOOTER}""",
        ),
        "2023-07-26", None,
    ),
    Page(
        "a date in the caption and one in the standfirst",
        _page(
            f"""<title>{TITLE}</title><meta property="og:site_name" content="Hill Post">
            <script type="application/ld+json">{{"@type":["NewsArticle"],"datePublished":"2023-07-26"}}</script>""",
            f"""<article><h1>{TITLE}</h1><p>The attack of 12 June 2014 killed forty.</p>
            <figure><img src="a.jpg"><figcaption>Soldiers in Karma, 3 March 2020</figcaption></figure>
            <div class="image-caption">A market in Karma, 4 March 2020</div>{BODY}</article>""",
        ),
        "2023-07-26", "Hill Post",
    ),
    Page(
        "a time both published and updated, and another's label before it",
        _page(
            f"<title>{TITLE} - Coast News</title>",
            f"""<article><h1>{TITLE}</h1><span>Last updated</span> <time datetime="2023-09-01">1 September 2023</time>
            <time class="entry-date published updated" datetime="2023-07-26T10:00:00Z">26 July 2023</time>{BODY}</article>""",
        ),
        "2023-07-26", "Coast News",
    ),
    Page(
        "a dateline with the place, in a page without paragraphs",
        _page(
            f"<title>{TITLE}</title>",
            f"""<form id="aspnet"><div><h1>{TITLE}</h1><div>Karma, 26 July 2023</div>
            <div>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div></div><div><span>1 January 2020</span></div></form>""",
        ),
        "2023-07-26", None,
    ),
    Page(
        "updated first, then published",
        _page(
            f"<title>{TITLE}</title>",
            f"<main><h1>{TITLE}</h1><p>Updated: 2 August 2023, Published on: July 26, 2023 10:14 am</p>{BODY}</main>",
        ),
        "2023-07-26", None,
    ),
)  # fmt: skip
