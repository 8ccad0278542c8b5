// A click on a figure enlarges it; another, or Escape, goes back. Without scripts the link opens the SVG file.
const enlarged = document.getElementById("enlarged");
for (const card of document.querySelectorAll("a.card")) {
  card.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !enlarged.showModal) return;
    event.preventDefault();
    const figure = card.querySelector("svg").cloneNode(true);
    const { width, height } = figure.viewBox.baseVal;
    // As a whole; a tall one is as wide as the window, to be scrolled.
    if (height < 1.4 * width) figure.style.height = "94vh";
    enlarged.firstElementChild.replaceChildren(figure);
    enlarged.showModal();
  });
}
enlarged.addEventListener("click", () => enlarged.close());
