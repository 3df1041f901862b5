// The claims on the map: one ring a place, in segments of the colours of its claims; rings that would hide each other
// while they are small become one mark with their number.
const COLOURS = {
  "Battles": "#b4412c", "Explosions/Remote violence": "#d08a12", "Violence against civilians": "#7c2f74",
  "Protests": "#2b7f8c", "Riots": "#5d7f2a", "Strategic developments": "#3d5a99", "Context": "#7d8489",
};
const DASHES = {
  stated: "", attributed: "", alleged: "6 4", denied: "1.5 4", intended: "10 3 2 3", possible: "10 3 2 3", retracted: "1.5 7",
};
const SMALL = 7, NEAR = 25;

const colourOf = claim => COLOURS[claim.type] || "#555";
const drawn = (tag, attributes = {}, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

// The located places of the claims, each with all that is told there: [{x, y, km, name, claims}].
const spotsOf = claims => {
  const spots = new Map();
  for (const claim of claims) {
    for (const place of claim.places) {
      if (place.lat === null || claim.places.some(other => isWithin(other, place))) continue;
      const key = [place.lat, place.lon, Math.round(place.km || 0)].join();
      if (!spots.has(key)) {
        const [x, y] = mercator(place.lon, place.lat);
        spots.set(key, {key, x, y, km: place.km || 0, name: place.name, claims: new Set()});
      }
      spots.get(key).claims.add(claim);
    }
  }
  return [...spots.values()];
};

// Of a place and the region that it lies in, the place is enough.
const isWithin = (one, other) => one.lat !== null && other.relation === "area" && (one.km || 0) < (other.km || 0) &&
  Math.hypot((one.lat - other.lat) * 111, (one.lon - other.lon) * 111 * Math.cos(one.lat * Math.PI / 180)) < other.km * 1.3;

const boxOf = ({x, y, km}) => {
  const reach = km / (EARTH_KM * Math.cos(latitude(y) * Math.PI / 180));
  return [x - reach, y - reach, x + reach, y + reach];
};

// Small spots closer than NEAR pixels become one group; a spot with a circle to be seen stands alone.
const groupsOf = (view, spots) => {
  const placed = spots.map(spot => {
    const [x, y] = view.toScreen(spot.x, spot.y);
    return {x, y, radius: spot.km / view.kmPerPixel(spot.y), spots: [spot]};
  });
  const large = placed.filter(group => group.radius > 14), groups = [];
  for (const one of placed.filter(group => group.radius <= 14)) {
    const near = groups.find(group => Math.hypot(group.x - one.x, group.y - one.y) < NEAR);
    if (!near) groups.push(one);
    else {
      near.spots.push(...one.spots);
      near.radius = Math.max(near.radius, one.radius);
    }
  }
  return [...large.sort((a, b) => b.radius - a.radius), ...groups];
};

// Each type's share of the ring; dashed where all its claims are told in one and the same hedged way.
const sharesOf = claims => [...new Set(claims.map(claim => claim.type))].map(type => {
  const [first, last] = [claims.findIndex(claim => claim.type === type), claims.findLastIndex(claim => claim.type === type)];
  const dashes = new Set(claims.slice(first, last + 1).map(claim => DASHES[claim.stance] ?? ""));
  return {claim: claims[first], dash: dashes.size === 1 ? [...dashes][0] : "", from: first / claims.length, to: (last + 1) / claims.length};
});

const arcPath = (x, y, radius, from, to) => {
  if (to - from >= 1) return `M${x + radius},${y}A${radius},${radius} 0 1 1 ${x - radius},${y}A${radius},${radius} 0 1 1 ${x + radius},${y}`;
  const at = turn => [x + radius * Math.sin(turn * 2 * Math.PI), y - radius * Math.cos(turn * 2 * Math.PI)].map(n => n.toFixed(2));
  return `M${at(from)}A${radius},${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}`;
};

// Draws the marks; returns {occupied, own}: the boxes that names keep away from, and the names of the spots.
const drawMarks = (svg, view, spots, chosen, pick, point) => {
  svg.replaceChildren();
  const occupied = [], own = [];
  if (chosen) svg.append(...journeys(view, chosen));
  for (const group of groupsOf(view, spots)) {
    const claims = [...new Set(group.spots.flatMap(spot => [...spot.claims]))];
    claims.sort((a, b) => a.type < b.type ? -1 : a.type > b.type ? 1 : a.number - b.number);
    const {x, y} = group, several = claims.length > 1;
    const tiny = group.radius < SMALL, radius = several && group.radius < 11 ? 11 + Math.min(7, Math.log2(claims.length)) : Math.max(6, group.radius);
    const reach = radius + 6;
    if (x + reach < 0 || y + reach < 0 || x - reach > view.width || y - reach > view.height) continue;
    const label = `${group.spots.map(spot => spot.name).filter((name, i, all) => all.indexOf(name) === i).slice(0, 4).join(", ")}: ${several ? claims.length + " claims" : claims[0].sub_type}`;
    const mark = drawn("g", {class: "mark" + (chosen && claims.includes(chosen) ? " chosen" : ""), tabindex: 0, role: "button", "aria-label": label});
    const faint = group.radius > 120 ? 0.05 : group.radius > 50 ? 0.09 : 0.15;
    if (several && group.radius < 11) mark.append(drawn("circle", {cx: x, cy: y, r: radius, fill: "#fff", "fill-opacity": 0.96}));
    else mark.append(drawn("circle", {cx: x, cy: y, r: radius, fill: claims.every(claim => claim.type === claims[0].type) ? colourOf(claims[0]) : "#59636a", "fill-opacity": tiny && !several ? 0.8 : faint}));
    mark.append(drawn("circle", {cx: x, cy: y, r: radius, class: "halo"}));
    sharesOf(claims).forEach(({claim, dash, from, to}, i, all) => {
      const gap = all.length > 1 ? 0.25 / radius : 0;
      const ring = drawn("path", {class: "ring", stroke: colourOf(claim), "stroke-dasharray": several && group.radius < 11 ? "" : dash,
        d: arcPath(x, y, radius, from + gap, to - gap)});
      if (several && group.radius < 11) ring.style.strokeWidth = 4;
      mark.append(ring);
    });
    mark.append(drawn("circle", {cx: x, cy: y, r: radius + 3.5, class: "outer", fill: "none"}));
    if (several) mark.append(...badge(group, claims, radius));
    const open = () => view.dragged() || pick(claims, group.spots);
    mark.addEventListener("click", open);
    mark.addEventListener("keydown", event => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), pick(claims, group.spots)));
    mark.addEventListener("pointerenter", () => point(claims, group));
    mark.addEventListener("pointerleave", () => point(null));
    svg.append(mark);
    const kept = Math.min(radius, 26);
    occupied.push([x - kept, y - kept, x + kept, y + kept]);
    const names = new Set(group.spots.map(spot => spot.name));
    if (names.size < 3) own.push({text: [...names].join(", "), x, y: y, radius: radius > 60 ? 0 : radius});
  }
  return {occupied, own};
};

// The number of claims: within a small mark, at the upper edge of a circle, whose middle is no place of its own.
const badge = (group, claims, radius) => {
  if (group.radius < 11) return [drawn("text", {x: group.x, y: group.y + 4, style: "fill:#1d2327"}, String(claims.length))];
  const y = group.y - radius;
  return [drawn("circle", {cx: group.x, cy: y, r: 9, fill: "#1d2327"}), drawn("text", {x: group.x, y: y + 4}, String(claims.length))];
};

// From where to where the chosen claim's people or things moved.
const journeys = (view, claim) => {
  const at = relations => claim.places.filter(p => p.lat !== null && relations.includes(p.relation)).map(p => view.toScreen(...mercator(p.lon, p.lat)));
  return at(["from"]).flatMap(start => at(["to", "at", "near", "area"]).map(end =>
    drawn("path", {class: "path", d: `M${start}Q${[(start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - Math.hypot(start[0] - end[0], start[1] - end[1]) / 5]} ${end}`})));
};
