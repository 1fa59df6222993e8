// From one record to the next in the list that one came from (Ctrl and the arrows).
import { element, icon, reader } from "./api.js";

const KEPT = "stockbook-walk";

/** Keeps the records of a list in its order, when one of them is opened. */
export function remember(rows, opened) {
  const at = [...opened.closest("tr").cells].indexOf(opened.closest("td"));
  const links = rows.map(row => row.cells[at]?.querySelector("a")?.getAttribute("href")).filter(Boolean);
  sessionStorage.setItem(KEPT, JSON.stringify({ list: location.pathname + location.search, links, more: Boolean(document.querySelector("tr.further")) }));
}

/** The list that one came from, as it was; empty where it does not hold this record. */
export function origin() {
  const { list, links } = kept();
  return places(links) >= 0 ? list : "";
}

/** Back to that list, else to the one that the page itself names. */
export function back() {
  const list = origin() || document.querySelector(".crumbs a")?.getAttribute("href");
  if (list) location.href = list;
}

const kept = () => JSON.parse(sessionStorage.getItem(KEPT) ?? '{"list":"","links":[],"more":false}');
const places = links => links.findIndex(link => new URL(link, location.href).pathname === location.pathname);

/** Shows where this record stands in that list, with ways to its neighbours. */
export function showPager(place) {
  const { links, more } = kept();
  const at = places(links);
  if (at < 0 || links.length < 2) return;
  const way = (link, keys, shape, name) => element("a", { class: "btn ghost sm", href: link ?? null, "data-keys": keys, title: reader.keys[name] + " " + keys, "aria-label": reader.keys[name], "aria-disabled": link ? null : "true" }, icon(shape), element("kbd", {}, keys));
  place.replaceChildren(element("span", {}, reader.keys["pager.position"].replace("{at}", at + 1).replace("{count}", links.length + (more ? "+" : ""))),
    way(links[at - 1], "Ctrl ↑", "chevron-left", "pager.previous"), way(links[at + 1], "Ctrl ↓", "chevron-right", "pager.next"));
}

const place = document.getElementById("pager");
if (place) showPager(place);
