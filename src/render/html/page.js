// Sorts the rows of a table by a click on its head, and hides the rows without the words that are searched.
(() => {
  "use strict";
  const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
  const value = (row, at) => {
    const cell = row.cells[at];
    const words = cell ? cell.innerText.trim() : "";
    const day = /^(\d\d?)\/(\d\d?)\/(\d{4})/.exec(words);
    if (day) return [0, Number(day[3]) * 10000 + Number(day[2]) * 100 + Number(day[1]), ""];
    const number = words.replace(/%$/, "").replace(/,/g, ".");
    if (/^-?\d+(\.\d+)?$/.test(number)) return [0, Number(number), ""];
    return words === "" || words === "–" ? [2, 0, ""] : [1, 0, words];
  };
  const order = (one, other, way) => {
    if (one[0] === 2 || other[0] === 2) return one[0] - other[0];
    const by = one[0] - other[0] || one[1] - other[1] || one[2].localeCompare(other[2], "vi", { numeric: true });
    return by * way;
  };
  for (const table of document.querySelectorAll("table.grid")) {
    const heads = table.tHead ? [...table.tHead.rows[0].cells] : [];
    heads.forEach((head, at) => {
      if (head.className === "bars") return;
      // No button: Chromium leaves their words out of the heads that it repeats in print.
      const button = document.createElement("span");
      button.tabIndex = 0;
      button.setAttribute("role", "button");
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          button.click();
        }
      });
      button.addEventListener("click", () => {
        const way = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", way === 1 ? "ascending" : "descending");
        // Rows are sorted within their groups; the titles of groups and the sums stay where they are.
        let run = [];
        const place = (next) => {
          run.sort((one, other) => order(value(one, at), value(other, at), way));
          for (const row of run) table.tBodies[0].insertBefore(row, next);
          run = [];
        };
        for (const row of [...table.tBodies[0].rows]) {
          if (row.className === "row") run.push(row);
          else place(row);
        }
        place(null);
      });
    });
  }
  const first = document.querySelector("table.grid");
  if (!first) return;
  const search = document.createElement("input");
  search.type = "search";
  search.className = "search";
  search.placeholder = document.documentElement.lang === "vi" ? "Tìm trong bảng" : "Search the tables";
  search.setAttribute("aria-label", search.placeholder);
  first.before(search);
  search.addEventListener("input", () => {
    const words = fold(search.value).split(/\s+/).filter((word) => word);
    for (const row of document.querySelectorAll("table.grid tbody tr.row")) {
      const text = fold(row.innerText);
      row.hidden = !words.every((word) => text.includes(word));
    }
  });
})();
