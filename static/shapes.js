/* Triangles and lines: a tap anywhere keeps the very place. Without this file the radios over the zones do it. */
(() => {
  "use strict";
  const CORNER = 0.6, EDGE = 0.2, BINS = 7;

  const zoneOf = (p) => {
    const corner = ["t", "l", "r"].find((name) => p[name] >= CORNER);
    if (corner) return corner;
    const least = ["t", "l", "r"].reduce((a, b) => (p[b] < p[a] ? b : a));
    return p[least] < EDGE ? ["t", "l", "r"].filter((name) => name !== least).join("") : "c";
  };

  const choose = (box, key) => {
    const radio = [...box.querySelectorAll("[data-vlak] input")].find((input) => input.value === key);
    radio.checked = true;
    radio.focus({ preventScroll: true });
  };

  const where = (area, event) => {
    const at = area.getBoundingClientRect();
    return [(event.clientX - at.left) / at.width, (event.clientY - at.top) / at.height];
  };

  const stone = (box, point) => {
    const mark = box.querySelector("[data-steen]");
    mark.setAttribute("cx", point ? (point.r + point.t / 2) * 100 : -20);
    mark.setAttribute("cy", point ? (1 - point.t) * 86.6 : -20);
    box.classList.toggle("is-precies", Boolean(point));
  };

  /* A click that a keyboard makes on a radio has no place of its own: then the zone itself is the answer. */
  const listen = (box, place) => {
    const exact = box.querySelector("[data-punt]"), area = box.querySelector("[data-vlak]");
    area.addEventListener("pointerup", (event) => {
      const found = place(...where(area, event));
      if (!found) return;
      choose(box, found.key);
      exact.value = found.text;
      if (found.point) stone(box, found.point);
    });
    area.addEventListener("click", (event) => event.detail && event.target.tagName !== "INPUT" && event.preventDefault());
    box.addEventListener("change", () => {
      exact.value = "";
      if (box.querySelector("[data-steen]")) stone(box, null);
    });
  };

  const inTriangle = (x, y) => {
    const t = 1 - y, r = x - t / 2, l = 1 - t - r;
    if (Math.min(t, l, r) < -0.08) return null;
    const whole = [t, l, r].map((n) => Math.max(0, n)), sum = whole[0] + whole[1] + whole[2];
    const point = { t: whole[0] / sum, l: whole[1] / sum, r: whole[2] / sum };
    return { key: zoneOf(point), point, text: [point.t, point.l, point.r].map((n) => n.toFixed(4)).join(",") };
  };

  const onLine = (x) => {
    const value = Math.min(0.9999, Math.max(0, x));
    return { key: String(Math.floor(value * BINS) + 1), text: value.toFixed(4) };
  };

  document.querySelectorAll("[data-driehoek]").forEach((box) => {
    listen(box, inTriangle);
    const known = box.querySelector("[data-punt]").value.split(",").map(Number);
    if (known.length === 3) stone(box, { t: known[0], l: known[1], r: known[2] });
  });
  document.querySelectorAll("[data-lijn]").forEach((box) => listen(box, onLine));
})();
