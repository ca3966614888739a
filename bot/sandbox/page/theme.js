// Runs before the page is drawn, so that the chosen theme does not flash.
{
  const chosen = localStorage.getItem("sandbox.theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
}
