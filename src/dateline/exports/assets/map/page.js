// What is chosen, and everything drawn anew when that changes.
const data = JSON.parse(document.getElementById("data").textContent);
const element = id => document.getElementById(id);
const counted = (n, noun) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;

const claims = data.claims.map((claim, number) => ({
  ...claim, number,
  outlet: data.reports[claim.report].outlet || "Outlet not known",
  from: claim.start ? dayOf(claim.start) : null,
  until: claim.start && claim.end ? dayOf(claim.end) : null,
}));
const state = {hidden: {types: new Set(), stances: new Set(), outlets: new Set()}, history: false, range: null, chosen: null, few: null};
const fields = {types: claim => claim.type, stances: claim => claim.stance, outlets: claim => claim.outlet};

const passes = claim => Object.entries(fields).every(([name, of]) => !state.hidden[name].has(of(claim))) && (state.history || !claim.background);
const inRange = claim => !state.range || (claim.from !== null && claim.from <= state.range[1] && (claim.until ?? Infinity) >= state.range[0]);
const inOrder = list => list.slice().sort((a, b) => (a.from ?? Infinity) - (b.from ?? Infinity) || a.number - b.number);

const filter = (name, order, symbol) => {
  const counts = new Map();
  for (const claim of claims) counts.set(fields[name](claim), (counts.get(fields[name](claim)) || 0) + 1);
  const values = [...counts.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b) || (a < b ? -1 : 1));
  for (const value of values) check(name, value, counts.get(value), true, symbol(value), on => {
    state.hidden[name][on ? "delete" : "add"](value);
  });
};
const check = (name, label, count, on, symbol, act) => {
  const box = built("input", {type: "checkbox"});
  box.checked = on;
  box.addEventListener("change", () => (act(box.checked), state.few = null, update()));
  element(name).append(built("label", {}, box, symbol, built("span", {class: "name"}, label), built("span", {class: "count"}, String(count))));
};
const disc = value => drawn("svg", {width: 14, height: 14}, drawn("circle", {cx: 7, cy: 7, r: 6, fill: COLOURS[value] || "#555"}));
const dash = value => drawn("svg", {width: 26, height: 14}, drawn("line", {x1: 1, x2: 25, y1: 7, y2: 7, stroke: "#444", "stroke-width": 2.4, "stroke-dasharray": DASHES[value] ?? ""}));
const square = () => drawn("svg", {width: 14, height: 14}, drawn("rect", {x: 2, y: 2, width: 10, height: 10, rx: 2, fill: "#8b9397"}));

const world = worldOf(JSON.parse(element("world").textContent));
const paintGround = groundOf(element("ground"), world, data.towns);
let waiting = false;
const view = viewOf(element("map"), () => {
  if (!waiting) requestAnimationFrame(() => (waiting = false, paint()));
  waiting = true;
});
const paintTimes = timelineOf(element("line"), range => (state.range = range, state.few = null, update()), claim => pickOne(claim));

let shown = [];
function paint() {
  const {occupied, own} = drawMarks(element("marks"), view, spotsOf(shown), state.chosen, pick, point);
  const buttons = document.querySelector(".zoom");
  occupied.push([buttons.offsetLeft, 0, view.width, buttons.offsetTop + buttons.offsetHeight]);
  paintGround(view, occupied, own);
  const wide = 10 ** Math.floor(Math.log10(view.kmPerPixel(view.y) * 110));
  const km = [5, 2, 1].map(n => n * wide).find(n => n / view.kmPerPixel(view.y) <= 110);
  element("scale").style.width = `${km / view.kmPerPixel(view.y)}px`;
  element("scale").firstElementChild.textContent = `${km.toLocaleString("en")} km`;
}

function update() {
  const passing = claims.filter(passes);
  shown = passing.filter(inRange);
  if (state.chosen && !shown.includes(state.chosen)) state.chosen = null;
  const unplaced = shown.filter(claim => claim.places.every(place => place.lat === null)).length;
  element("unplaced").textContent = unplaced ? `${unplaced} of ${counted(shown.length, "claim")} tell no place that could be located` : "";
  const undated = passing.filter(claim => claim.from === null).length;
  element("undated").textContent = undated ? `${undated} without a date${state.range ? ", left out" : ""}` : "";
  const narrowed = Object.values(state.hidden).some(set => set.size);
  element("reset").hidden = !narrowed;
  element("filtered").textContent = shown.length === claims.length ? "" : `${shown.length} of ${claims.length} shown`;
  element("anytime").hidden = !state.range;
  element("from").value = state.range ? isoOf(state.range[0]) : "";
  element("until").value = state.range ? isoOf(state.range[1]) : "";
  window.history.replaceState(null, "", state.chosen ? addressOf(state.chosen) : location.pathname + location.search);
  paintTimes(claims.filter(claim => state.history || !claim.background), passing, state.range, state.chosen);
  panel();
  paint();
}

function panel() {
  const aside = element("panel");
  aside.classList.toggle("open", Boolean(state.chosen || state.few));
  if (state.chosen) {
    showClaim(aside, state.chosen, {
      reports: data.reports, back: () => (state.chosen = null, update()), pickOne,
      find: (report, id) => claims.find(claim => claim.report === report && claim.id === id),
    });
  } else if (state.few) {
    showList(aside, inOrder(state.few), `${counted(state.few.length, "claim")} at this place`, () => (state.few = null, update()), pickOne);
  } else {
    const all = shown.length === claims.length;
    showList(aside, inOrder(shown), all ? `${counted(claims.length, "claim")}, in order of time` : `${shown.length} of ${counted(claims.length, "claim")}`, null, pickOne);
  }
}

// The address of a claim within the page, to be sent to a colleague: map.html#2/c1.
const addressOf = claim => `#${claim.report + 1}/${claim.id}`;
const openAddress = () => {
  const claim = claims.find(claim => addressOf(claim) === location.hash);
  if (claim) pickOne(claim);
};

function pickOne(claim) {
  if (claim.background) state.history = history.checked = true;
  state.chosen = claim;
  update();
  bring(claim);
}

// Move the map to where the claim's places can be told apart and a circle can be seen, if that is not so already.
function bring(claim) {
  const spots = spotsOf([claim]);
  const seen = spots.every(spot => {
    const [x, y] = view.toScreen(spot.x, spot.y);
    return x > 0 && y > 0 && x < view.width && y < view.height;
  });
  if (spots.length && !(seen && view.zoom >= 6)) view.fit(spots.map(boxOf), 7);
}

function pick(few, spots) {
  const boxes = spots.map(boxOf);
  if (spots.length > 1 && view.zoom < 9) view.fit(boxes, Math.min(9, view.zoom + 3.5));
  state.chosen = few.length === 1 ? few[0] : null;
  state.few = few.length > 1 ? few : null;
  update();
}

function point(few, group) {
  const tip = element("tip");
  tip.hidden = !few;
  if (!few) return;
  const [first] = few;
  tip.replaceChildren(...(few.length > 1
    ? [built("b", {}, `${few.length} claims`), built("small", {}, [...new Set(few.map(claim => claim.sub_type))].slice(0, 4).join(" · "))]
    : [built("b", {}, first.sub_type), built("small", {}, [whereOf(first), first.interval].filter(Boolean).join(" · ")), built("small", {}, short(first.sentence.join("")))]));
  tip.style.left = `${Math.min(Math.max(8, group.x + 14), view.width - tip.offsetWidth - 8)}px`;
  tip.style.top = `${Math.min(Math.max(8, group.y - tip.offsetHeight - 14), view.height - tip.offsetHeight - 8)}px`;
}

const wholeView = () => view.fit(spotsOf(claims.filter(passes)).map(boxOf), 7.5);
element("title").textContent = document.title;
const days = claims.filter(claim => claim.from !== null && !claim.background).map(claim => claim.from).sort((a, b) => a - b);
const said = day => { const at = new Date(day); return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`; };
element("subtitle").textContent = [days.length ? (days[0] === days.at(-1) ? said(days[0]) : `${said(days[0])} to ${said(days.at(-1))}`) : "",
  counted(new Set(claims.map(claim => claim.outlet)).size, "outlet")].filter(Boolean).join(" · ");
filter("types", Object.keys(COLOURS), disc);
filter("stances", Object.keys(STANCES), dash);
filter("outlets", [], square);
element("line").classList.toggle("tall", claims.filter(claim => claim.from !== null).length > 60);
let history = {checked: false};
const past = claims.filter(claim => claim.background).length;
if (past) {
  check("types", "Told as history", past, false, square(), on => { state.history = on; });
  history = element("types").lastElementChild.querySelector("input");
}
element("reset").addEventListener("click", () => {
  Object.values(state.hidden).forEach(set => set.clear());
  document.querySelectorAll("fieldset input").forEach(box => { if (box !== history) box.checked = true; });
  update();
});
element("in").addEventListener("click", () => view.zoomAt(1));
element("out").addEventListener("click", () => view.zoomAt(-1));
element("fit").addEventListener("click", wholeView);
element("anytime").addEventListener("click", () => (state.range = null, update()));
for (const id of ["from", "until"]) element(id).addEventListener("change", () => {
  const [from, until] = ["from", "until"].map(end => element(end).value && dayOf(element(end).value));
  const all = claims.filter(claim => claim.from !== null).map(claim => [claim.from, claim.until ?? claim.from]).flat();
  state.range = from || until ? [from || Math.min(...all), until || Math.max(...all)] : null;
  state.few = null;
  update();
});
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && (state.chosen || state.few)) {
    if (state.chosen) state.chosen = null;
    else state.few = null;
    update();
  }
});
const wide = window.matchMedia("(min-width: 861px)");
const unfold = () => { element("filters").open = wide.matches; };
wide.addEventListener("change", unfold);
unfold();
window.addEventListener("hashchange", openAddress);
new ResizeObserver(() => {
  const fresh = view.width === 1;
  view.measure();
  if (fresh) {
    wholeView();
    openAddress();
  }
  update();
}).observe(element("map"));
