// @ts-check
// The chart as PNG: the server's drawing, put on a canvas.

const widest = 8000;

/** @param {any} chart */
export async function picture(chart) {
  const source = new URL(chart.dataset.source, location.href);
  source.pathname = source.pathname.replace(/data$/, "image");
  source.searchParams.set("show", "1");
  const image = new Image();
  image.src = source.href;
  await image.decode();
  const scale = Math.min(2, widest / image.naturalWidth, widest / image.naturalHeight);
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(image.naturalWidth * scale);
  canvas.height = Math.ceil(image.naturalHeight * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => {
    if (!blob) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "gantt.png";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }, "image/png");
}
