// TopoJSON (github.com/topojson/topojson-specification, version 1) to outlines in Web Mercator, whose world is
// the square from 0,0 (north-west) to 1,1.
const mercator = (lon, lat) => {
  const bounded = Math.max(-85.05, Math.min(85.05, lat)) * Math.PI / 180;
  return [(lon + 180) / 360, 0.5 - Math.log(Math.tan(Math.PI / 4 + bounded / 2)) / (2 * Math.PI)];
};
const latitude = y => (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) * 180 / Math.PI;

// The arcs of a topology as lists of points; each is stored as steps from one point to the next.
const arcsOf = ({arcs, transform: {scale, translate}}) => arcs.map(arc => {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return mercator(x * scale[0] + translate[0], y * scale[1] + translate[1]);
  });
});

// {land, borders, coasts: Path2D, names: [{name, x, y, width}]}: an arc that two countries share is a border.
const worldOf = topology => {
  const arcs = arcsOf(topology);
  const users = new Uint8Array(arcs.length);
  const land = new Path2D(), borders = new Path2D(), coasts = new Path2D(), names = [];
  const ringOf = indexes => closed(unwound(indexes.flatMap((index, part) => {
    const points = index < 0 ? arcs[~index].slice().reverse() : arcs[index];
    return part ? points.slice(1) : points;
  })));
  const trace = (path, points) => points.forEach(([x, y], i) => i ? path.lineTo(x, y) : path.moveTo(x, y));
  for (const {type, arcs: shape, properties} of topology.objects.countries.geometries) {
    let widest = null;
    for (const polygon of type === "Polygon" ? [shape] : shape || []) {
      polygon.forEach((indexes, hole) => {
        indexes.forEach(index => users[index < 0 ? ~index : index]++);
        const ring = ringOf(indexes);
        trace(land, ring);
        land.closePath();
        const middle = hole ? null : centreOf(ring);
        if (middle && (!widest || middle.area > widest.area)) widest = middle;
      });
    }
    if (widest) names.push({name: properties.name, ...widest});
  }
  arcs.forEach((points, i) => trace(users[i] > 1 ? borders : coasts, unwound(points)));
  return {land, borders, coasts, names};
};

// A line that crosses the antimeridian goes on beyond the square's edge instead of leaping across the world.
const unwound = points => {
  let turns = 0;
  return points.map(([x, y], i) => {
    if (i) turns -= Math.round(x - points[i - 1][0]);
    return [x + turns, y];
  });
};

// A ring around the pole (Antarctica) ends a world away from where it began: it is closed beyond the map's edge.
const closed = ring => {
  const [first, last] = [ring[0], ring.at(-1)];
  return Math.abs(first[0] - last[0]) < 0.5 ? ring : [...ring, [last[0], 1.1], [first[0], 1.1]];
};

// Centre of gravity, area and width of a ring (the shoelace formula).
const centreOf = ring => {
  let area = 0, x = 0, y = 0, west = 2, east = -1;
  ring.forEach(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length];
    const cross = x1 * y2 - x2 * y1;
    area += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
    west = Math.min(west, x1);
    east = Math.max(east, x1);
  });
  return area ? {x: (x / (3 * area) + 1) % 1, y: y / (3 * area), area: Math.abs(area), width: east - west} : null;
};
