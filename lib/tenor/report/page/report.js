"use strict";
// Makes the headers of tables sort their rows: first the largest number or the first word, then the other way
// round, then as it was. Missing values stay at the end.
const missing = new Set(["", "–", "—", "nan", "none", "<na>", "nat"]);
const words = new Intl.Collator("en", { numeric: false });

function cellText(row, column) {
  const cell = row.cells[column];
  return cell ? (cell.dataset.sort ?? cell.textContent).trim() : "";
}

function toNumber(text) {
  return Number(text.replace(/[,\s]/g, "").replace("−", "-").replace(/%$/, "") || NaN);
}

function sortRows(rows, column, direction) {
  const keys = new Map(rows.map((row) => [row, cellText(row, column)]));
  const present = rows.filter((row) => !missing.has(keys.get(row).toLowerCase()));
  const absent = rows.filter((row) => !present.includes(row));
  const compare = isNumeric(present, column)
    ? (a, b) => toNumber(keys.get(a)) - toNumber(keys.get(b))
    : (a, b) => words.compare(keys.get(a), keys.get(b));
  const sign = direction === "ascending" ? 1 : -1;
  return [...present.sort((a, b) => sign * compare(a, b)), ...absent];
}

function isNumeric(rows, column) {
  return rows.every((row) => !Number.isNaN(toNumber(cellText(row, column))));
}

function makeSortable(table) {
  const body = table.tBodies[0];
  const original = [...body.rows];
  const headers = [...table.tHead.rows].at(-1).cells;
  [...headers].forEach((header, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => {
      const present = original.filter((row) => !missing.has(cellText(row, column).toLowerCase()));
      const first = isNumeric(present, column) ? "descending" : "ascending";
      const second = first === "ascending" ? "descending" : "ascending";
      const now = header.getAttribute("aria-sort");
      const next = now === null ? first : now === first ? second : null;
      [...headers].forEach((other) => other.removeAttribute("aria-sort"));
      if (next) header.setAttribute("aria-sort", next);
      body.append(...(next ? sortRows(original, column, next) : original));
    });
  });
}

// Long texts would be squeezed to a word a line on a phone, where tables may rather scroll.
document.querySelectorAll("main td").forEach((cell) => {
  cell.style.setProperty("--length", `${cell.textContent.length}ch`);
});

document.querySelectorAll("main table").forEach((table) => {
  if (table.tHead && table.tBodies.length === 1 && table.tBodies[0].rows.length > 1) makeSortable(table);
});
