// The base map: land, borders, and as many names as fit without touching each other.
const LAND = "#f6f3ec", SEA = "#dbe5ea", BORDER = "#bdb5a5", COAST = "#9fb1bb";
const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif";

const groundOf = (canvas, world, towns) => {
  const pen = canvas.getContext("2d");
  const places = towns.map(([name, lat, lon, people, capital]) => {
    const [x, y] = mercator(lon, lat);
    return {name, x, y, people, capital};
  });

  // occupied: boxes [left, top, right, bottom] in pixels that names keep away from; own: names of the claims' places.
  return (view, occupied, own) => {
    const ratio = window.devicePixelRatio || 1, size = view.world();
    canvas.width = Math.round(view.width * ratio);
    canvas.height = Math.round(view.height * ratio);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.fillStyle = SEA;
    pen.fillRect(0, 0, view.width, view.height);
    pen.lineJoin = "round";
    for (const turn of [-1, 0, 1]) {
      const [left, top] = view.toScreen(turn, 0);
      if (left > view.width || left + size * 1.2 < 0) continue;
      pen.setTransform(size * ratio, 0, 0, size * ratio, left * ratio, top * ratio);
      pen.fillStyle = LAND;
      pen.fill(world.land, "evenodd");
      pen.strokeStyle = COAST;
      pen.lineWidth = 0.8 / size;
      pen.stroke(world.coasts);
      pen.strokeStyle = BORDER;
      pen.lineWidth = (view.zoom > 4 ? 1.3 : 0.8) / size;
      pen.stroke(world.borders);
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    name(view, occupied.slice(), own);
  };

  function name(view, taken, own) {
    const free = box => taken.every(t => box[2] < t[0] || box[0] > t[2] || box[3] < t[1] || box[1] > t[3]);
    const inside = box => box[0] > 2 && box[1] > 2 && box[2] < view.width - 2 && box[3] < view.height - 2;
    const write = (text, x, y, align, colour, gap = 3) => {
      const width = pen.measureText(text).width, start = align === "left" ? x : x - width / 2;
      const box = [start - gap, y - 7 - gap, start + width + gap, y + 7 + gap];
      if (!inside(box) || !free(box)) return false;
      taken.push(box);
      pen.textBaseline = "middle";
      pen.lineWidth = 3;
      pen.strokeStyle = "#fbf9f4d9";
      pen.strokeText(text, start, y);
      pen.fillStyle = colour;
      pen.fillText(text, start, y);
      return true;
    };
    pen.font = `600 12.5px ${SANS}`;
    for (const {text, x, y, radius} of own) {
      const half = pen.measureText(text).width / 2;
      write(text, x + radius + 5, y, "left", "#1d2327") || write(text, x - radius - 6 - half, y, "centre", "#1d2327") ||
        write(text, x, y + radius + 11, "centre", "#1d2327") || write(text, x, y - radius - 11, "centre", "#1d2327");
    }
    pen.font = `600 11px ${SANS}`;
    if ("letterSpacing" in pen) pen.letterSpacing = "1.2px";
    for (const land of world.names.slice().sort((a, b) => b.area - a.area)) {
      const text = land.name.toUpperCase(), [x, y] = view.toScreen(land.x, land.y);
      if (x > 0 && x < view.width && y > 0 && y < view.height && pen.measureText(text).width < land.width * view.world() * 0.92)
        write(text, x, y, "centre", "#948c7c", 6);
    }
    if ("letterSpacing" in pen) pen.letterSpacing = "0px";
    pen.font = `11px ${SANS}`;
    const least = 10 ** (7.6 - 0.55 * view.zoom);
    for (const town of places) {
      if (town.people * (town.capital ? 12 : 1) < least) continue;
      const [x, y] = view.toScreen(town.x, town.y);
      if (x < 0 || x > view.width || y < 0 || y > view.height) continue;
      if (!free([x - 3, y - 3, x + 3, y + 3]) || !write(town.name, x + 5, y, "left", "#6b6558")) continue;
      pen.fillStyle = "#6b6558";
      if (town.capital) pen.fillRect(x - 2, y - 2, 4, 4);
      else {
        pen.beginPath();
        pen.arc(x, y, 1.7, 0, 7);
        pen.fill();
      }
    }
  }
};
