// The time line: a bar a claim from its first day to its last, stacked where they meet.
const DAY = 86400000;
const dayOf = iso => Date.parse(iso.slice(0, 10) + "T00:00:00Z");
const isoOf = day => new Date(day).toISOString().slice(0, 10);
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const ticksOf = (from, until, most) => {
  const months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000].find(n => (until - from) / DAY / 30.4 / n <= most);
  const days = [1, 2, 7, 14].find(n => (until - from) / DAY / n <= most);
  const ticks = [];
  const first = new Date(from);
  if (days) {
    // Weeks begin on Monday; 5 January 1970 was one.
    const start = days > 2 ? Math.ceil((from - 4 * DAY) / (7 * DAY)) * 7 * DAY + 4 * DAY : Math.ceil(from / DAY) * DAY;
    for (let day = start; day <= until; day += days * DAY) ticks.push(day);
    return ticks.map((day, i) => {
      const at = new Date(day), year = i && new Date(ticks[i - 1]).getUTCFullYear() === at.getUTCFullYear() ? "" : " " + at.getUTCFullYear();
      return [day, `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}${year}`];
    });
  }
  const step = months || 6000;
  let month = first.getUTCFullYear() * 12 + Math.floor(first.getUTCMonth() / step) * step;
  if (step >= 12) month = Math.floor(first.getUTCFullYear() / (step / 12)) * step;
  for (; ; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (day > until) break;
    if (day >= from) ticks.push([day, step >= 12 ? String(Math.floor(month / 12)) : `${MONTHS[month % 12]}${month % 12 === 0 || !ticks.length ? " " + Math.floor(month / 12) : ""}`]);
  }
  return ticks;
};

// all: every dated claim (they set the scale); shown: those that pass the filters; range: [from, until] or null.
const timelineOf = (svg, choose, pickOne, point) => {
  let scale = null;
  const draw = (all, shown, range, chosen) => {
    const width = svg.clientWidth, height = svg.clientHeight, floor = height - 20;
    svg.replaceChildren();
    scale = null;
    const dated = all.filter(claim => claim.from !== null);
    if (!dated.length || !width) {
      svg.append(drawn("text", {x: 0, y: height / 2}, "No claim has a date."));
      return;
    }
    let first = Math.min(...dated.map(c => c.from)), last = Math.max(...dated.map(c => (c.until ?? c.from) + DAY));
    const margin = Math.max(DAY, (last - first) * 0.03);
    [first, last] = [first - margin, last + margin];
    scale = {to: day => (day - first) / (last - first) * width, from: px => first + px / width * (last - first)};
    for (const [day, label] of ticksOf(first, last, width / 74)) {
      const x = scale.to(day);
      svg.append(drawn("line", {x1: x, x2: x, y1: 4, y2: floor, class: "grid"}));
      if (x < width - 34) svg.append(drawn("text", {x: x + 1, y: height - 6}, label));
    }
    svg.append(drawn("line", {x1: 0, x2: width, y1: floor + 0.5, y2: floor + 0.5, class: "axis"}));
    if (range) {
      const [x1, x2] = [scale.to(range[0]), scale.to(range[1] + DAY)];
      svg.append(drawn("rect", {x: x1, y: 2, width: Math.max(1, x2 - x1), height: floor - 2, class: "brush"}));
    }
    const lanes = [];
    const bars = shown.filter(claim => claim.from !== null).sort((a, b) => a.from - b.from || a.number - b.number).map(claim => {
      const x = scale.to(claim.from);
      const end = claim.until === null ? x + 26 : scale.to(claim.until + DAY);
      const long = Math.max(8, end - x), start = x + (end - x) / 2 - long / 2;
      let lane = lanes.findIndex(busy => busy <= start);
      if (lane < 0) lane = lanes.length;
      lanes[lane] = start + long + 1.5;
      return {claim, start, long, lane};
    });
    const step = Math.min(11, (floor - 8) / Math.max(1, lanes.length));
    for (const {claim, start, long, lane} of bars) {
      const top = floor - (lane + 1) * step, tall = Math.max(1.2, step - 2);
      const look = {fill: colourOf(claim), "fill-opacity": long > 40 ? 0.6 : 0.9, class: "bar" + (claim === chosen ? " chosen" : "")};
      // "Since Thursday" has no end: an arrow.
      const bar = claim.until === null
        ? drawn("path", {d: `M${start},${top}h${long - tall / 2}l${tall / 2},${tall / 2}l${-tall / 2},${tall / 2}h${tall / 2 - long}z`, ...look})
        : drawn("rect", {x: start, y: top, width: long, height: tall, rx: Math.min(2.5, step / 3), ...look});
      bar.append(drawn("title", {}, `${claim.sub_type}, ${claim.interval}`));
      bar.addEventListener("click", event => (event.stopPropagation(), pickOne(claim)));
      svg.append(bar);
    }
  };
  let held = null;
  svg.addEventListener("pointerdown", event => {
    if (scale) held = event.clientX - svg.getBoundingClientRect().left;
  });
  window.addEventListener("pointermove", event => {
    if (held === null) return;
    const here = event.clientX - svg.getBoundingClientRect().left;
    if (Math.abs(here - held) < 6) return;
    const [a, b] = [Math.min(here, held), Math.max(here, held)].map(px => Math.floor(scale.from(px) / DAY) * DAY);
    choose([a, b]);
  });
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => { held = null; });
  return draw;
};
