const specifications = JSON.parse(document.getElementById("specifications").textContent);
for (const [id, specification] of Object.entries(specifications)) {
  window.jisrEmbed(document.getElementById("chart-" + id), specification, { actions: false, renderer: "svg", ast: true });
}
