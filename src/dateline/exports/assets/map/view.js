// Which part of the world the map shows, and the gestures that change it.
const TILE = 256, MOST_ZOOM = 10, EARTH_KM = 40075;

const viewOf = (element, changed) => {
  const view = {x: 0.5, y: 0.45, zoom: 1, width: 1, height: 1};
  const world = () => TILE * 2 ** view.zoom;
  const least = () => Math.log2(Math.max(view.width, view.height * 0.8) / TILE);

  view.toScreen = (x, y) => [(x - view.x) * world() + view.width / 2, (y - view.y) * world() + view.height / 2];
  view.world = world;
  view.kmPerPixel = y => EARTH_KM * Math.cos(latitude(y) * Math.PI / 180) / world();
  view.set = (x, y, zoom) => {
    view.zoom = Math.max(least(), Math.min(MOST_ZOOM, zoom));
    const half = view.height / 2 / world();
    view.x = Math.max(0, Math.min(1, x));
    view.y = half > 0.5 ? 0.5 : Math.max(half, Math.min(1 - half, y));
    changed();
  };
  view.zoomAt = (steps, px = view.width / 2, py = view.height / 2) => {
    const before = world(), zoom = Math.max(least(), Math.min(MOST_ZOOM, view.zoom + steps));
    const gain = 1 / before - 1 / (TILE * 2 ** zoom);
    view.set(view.x + (px - view.width / 2) * gain, view.y + (py - view.height / 2) * gain, zoom);
  };
  // boxes: [west, north, east, south] in the world's square, to be seen whole.
  view.fit = (boxes, mostZoom) => {
    if (!boxes.length) return view.set(0.53, 0.43, least());
    const west = Math.min(...boxes.map(b => b[0])), north = Math.min(...boxes.map(b => b[1]));
    const east = Math.max(...boxes.map(b => b[2])), south = Math.max(...boxes.map(b => b[3]));
    const room = Math.min((view.width - 110) / (east - west || 1e-9), (view.height - 110) / (south - north || 1e-9));
    view.set((west + east) / 2, (north + south) / 2, Math.min(mostZoom, Math.log2(Math.max(room, 1) / TILE)));
  };
  view.measure = () => {
    view.width = element.clientWidth;
    view.height = element.clientHeight;
  };

  const fingers = new Map();
  let moved = 0;
  view.dragged = () => moved > 4;
  element.addEventListener("pointerdown", event => {
    if (event.target.closest("button")) return;
    moved = fingers.size ? 9 : 0;
    fingers.set(event.pointerId, [event.offsetX, event.offsetY, event.clientX, event.clientY]);
  });
  window.addEventListener("pointermove", event => {
    const from = fingers.get(event.pointerId);
    if (!from) return;
    const [dx, dy] = [event.clientX - from[2], event.clientY - from[3]];
    moved += Math.abs(dx) + Math.abs(dy);
    if (moved <= 4) return;
    element.classList.add("held");
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    const spread = (x, y) => Math.hypot(x - other[2], y - other[3]) || 1;
    const box = element.getBoundingClientRect();
    if (other) {
      const [px, py] = [(event.clientX + other[2]) / 2 - box.left, (event.clientY + other[3]) / 2 - box.top];
      view.zoomAt(Math.log2(spread(event.clientX, event.clientY) / spread(from[2], from[3])), px, py);
    }
    const share = other ? 2 : 1;
    view.set(view.x - dx / share / world(), view.y - dy / share / world(), view.zoom);
    fingers.set(event.pointerId, [0, 0, event.clientX, event.clientY]);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    window.addEventListener(end, event => {
      fingers.delete(event.pointerId);
      if (!fingers.size) element.classList.remove("held");
    });
  }
  element.addEventListener("wheel", event => {
    event.preventDefault();
    const box = element.getBoundingClientRect();
    const steps = -event.deltaY * (event.deltaMode ? 0.05 : 0.0022);
    view.zoomAt(Math.max(-1, Math.min(1, steps)), event.clientX - box.left, event.clientY - box.top);
  }, {passive: false});
  element.addEventListener("dblclick", event => {
    const box = element.getBoundingClientRect();
    if (!event.target.closest("button, .mark")) view.zoomAt(1, event.clientX - box.left, event.clientY - box.top);
  });
  element.addEventListener("keydown", event => {
    const step = 80 / world();
    const moves = {ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step]};
    if (event.key === "+" || event.key === "=") view.zoomAt(0.5);
    else if (event.key === "-") view.zoomAt(-0.5);
    else if (moves[event.key]) view.set(view.x + moves[event.key][0], view.y + moves[event.key][1], view.zoom);
    else return;
    event.preventDefault();
  });
  return view;
};
