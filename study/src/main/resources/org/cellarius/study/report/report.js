// A click on a figure enlarges it; another, or Escape, goes back. Without scripts the link opens the SVG file.
const enlarged = document.getElementById("enlarged");
for (const card of document.querySelectorAll("a.card")) {
  card.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !enlarged.showModal) return;
    event.preventDefault();
    enlarged.firstElementChild.replaceChildren(card.querySelector("svg").cloneNode(true));
    enlarged.showModal();
  });
}
enlarged.addEventListener("click", () => enlarged.close());
