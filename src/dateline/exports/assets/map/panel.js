// The list of claims, and one claim with its sentence, its chain and its toll. Text is set as text, never as HTML.
const built = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "onclick") element.addEventListener("click", value);
    else if (value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter(child => child !== null && child !== ""));
  return element;
};
const STANCES = {
  stated: "in the outlet's own voice", attributed: "relayed, with no doubt cast", alleged: "relayed with doubt",
  denied: "someone says that it did not happen", intended: "asked for, planned or threatened; not done",
  possible: "speculated", retracted: "taken back by its source",
};
const LISTED = 150;

const swatch = claim => drawn("svg", {width: 12, height: 12, "aria-hidden": "true"},
  drawn("circle", {cx: 6, cy: 6, r: 4.6, fill: colourOf(claim), "fill-opacity": DASHES[claim.stance] ? 0.12 : 0.85, stroke: colourOf(claim),
    "stroke-width": 1.7, "stroke-dasharray": DASHES[claim.stance] ? "2.5 2" : ""}));
const whereOf = claim => {
  const places = claim.places.filter((p, i, all) => all.findIndex(q => q.text === p.text) === i);
  const named = places.map(p => (p.relation === "area" ? "in " : p.relation === "at" ? "" : p.relation + " ") + p.name);
  const capital = named.join("; ");
  return capital ? capital[0].toUpperCase() + capital.slice(1) : "";
};
const saysOf = claim => claim.chain.map(source => source.name || (source.kind === "outlet" ? "the outlet" : "no source named")).join(" → ");

const card = (claim, pickOne) => {
  const where = whereOf(claim), located = claim.places.some(place => place.lat !== null);
  return built("button", {type: "button", class: "card", onclick: () => pickOne(claim)},
    built("div", {class: "what"}, swatch(claim), built("span", {}, claim.sub_type), built("small", {}, claim.interval || "no date")),
    built("p", {class: "where"}, (where || "No place named") + (where && !located ? " (not located)" : "") + (claim.toll ? " · " + claim.toll : "")),
    built("p", {class: "quote"}, claim.sentence.join("")),
    built("p", {class: "says"}, `${saysOf(claim)} · ${claim.stance}`));
};

// title: what the list holds; back: what its button does, or null for the whole list.
const showList = (panel, claims, title, back, pickOne) => {
  const head = built("div", {class: "head"}, built("span", {}, title));
  if (back) head.append(built("button", {type: "button", onclick: back, style: "margin-left:auto"}, "All claims"));
  panel.replaceChildren(head, ...claims.slice(0, LISTED).map(claim => card(claim, pickOne)));
  if (!claims.length) panel.append(built("p", {class: "none"}, "No claim is left. Loosen the filters."));
  if (claims.length > LISTED) panel.append(built("p", {class: "none"}, `${claims.length - LISTED} more; narrow the filters to see them.`));
  panel.scrollTop = 0;
};

const showClaim = (panel, claim, {reports, find, back, pickOne}) => {
  const report = reports[claim.report];
  const rows = built("dl");
  const row = (name, ...values) => values.some(value => value) && rows.append(built("dt", {}, name), built("dd", {}, ...values.filter(Boolean)));
  row("Who", claim.who && built("p", {}, claim.who), claim.victims && built("p", {}, "Victims: " + claim.victims));
  row("Toll", claim.tolls && built("p", {}, claim.tolls));
  row("Where", ...claim.places.map(place => built("p", {}, place.text, reach(place))));
  row("When", claim.when || built("small", {}, "The report gives no time."));
  row("Means", claim.weapons);
  row("Says", chain(claim));
  row("Stance", built("span", {class: "stance"}, claim.stance), built("small", {}, " " + (STANCES[claim.stance] || "")),
    claim.negative && built("p", {}, "The text says that it did not happen."),
    claim.background && built("p", {}, "Told as history, not as news."));
  row("Cause", ...claim.causes.map(id => find(claim.report, id)).filter(Boolean).map(cause =>
    built("p", {}, built("button", {type: "button", class: "link", onclick: () => pickOne(cause)}, `${cause.sub_type}: “${short(cause.sentence.join(""))}”`))));
  row("Report", built("p", {}, report.url ? built("a", {href: report.url, rel: "noreferrer noopener", target: "_blank"}, report.title || report.url) : report.title || report.ref),
    built("small", {}, [report.outlet, report.published].filter(Boolean).join(", ")));
  row("Record", built("small", {}, `${claim.id} of ${report.ref} · confidence of the coding ${claim.confidence.toFixed(2)}`));
  const body = built("div", {class: "claim", style: `--mark:${colourOf(claim)}`},
    built("h2", {}, swatch(claim), claim.sub_type),
    built("p", {class: "kind"}, claim.type + (claim.interval ? " · " + claim.interval : "")),
    built("blockquote", {}, "“", claim.sentence[0], built("b", {}, claim.sentence[1]), claim.sentence[2], "”"), rows);
  panel.replaceChildren(built("div", {class: "head"}, built("button", {type: "button", onclick: back}, "← Back to the list")), body);
  panel.scrollTop = 0;
};

const reach = place => place.km && place.lat !== null ? built("small", {}, ` – within about ${place.km < 10 ? Math.round(place.km * 10) / 10 : Math.round(place.km)} km`) : "";
const short = text => text.length > 70 ? text.slice(0, 68).replace(/\s+\S*$/, "") + "…" : text;
const chain = claim => {
  const list = built("ol", {class: "chain"});
  for (const source of claim.chain) {
    const name = source.name || (source.kind === "outlet" ? "The outlet" : "No source named");
    const notes = [source.kind !== "outlet" && source.kind, source.party && "a party to the conflict", source.cue && `“${source.cue}”`].filter(Boolean).join(", ");
    list.append(built("li", {}, name, notes ? built("small", {}, ` – ${notes}`) : ""));
  }
  return list;
};
