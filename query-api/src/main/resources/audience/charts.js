/* global Chart */
import { clock, count, day, percent } from './words.js';

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const charts = new Map();

// Draws, or draws anew what is there already. `picture` makes data and options with the colours of now.
function draw(id, summary, picture) {
  const canvas = document.getElementById(id);
  canvas.setAttribute('aria-label', summary);
  const { type, data, options } = picture();
  const chart = charts.get(id)?.chart ?? new Chart(canvas, { type, data, options });
  Object.assign(chart, { data, options });
  chart.update('none');
  charts.set(id, { chart, summary, picture });
}

// When light becomes dark.
export function redraw() {
  charts.forEach(({ summary, picture }, id) => draw(id, summary, picture));
}

export function drawRetention(video, summary) {
  const lost = new Map(video.dropOffs.map((point) => [video.bucketAt(point.position), point]));
  draw('retention', summary, () => ({
    type: 'line',
    data: {
      labels: video.starts.map(clock),
      datasets: [
        {
          label: 'Still watching',
          data: video.retention.map((part) => 100 * part),
          borderColor: colour('first'),
          backgroundColor: colour('first-pale'),
          fill: true,
          stepped: 'middle',
          pointRadius: 0,
          pointHitRadius: 8,
          borderWidth: 2,
        },
        {
          label: 'They leave here',
          data: video.retention.map((part, at) => (lost.has(at) ? 100 * part : null)),
          borderColor: colour('mark'),
          backgroundColor: colour('mark'),
          pointStyle: 'triangle',
          pointRotation: 180,
          pointRadius: 7,
          pointHoverRadius: 9,
          showLine: false,
        },
      ],
    },
    options: options({
      y: { min: 0, max: 100, ticks: { callback: (value) => `${value} %` } },
      x: 'position in the video',
      label: ({ dataIndex, datasetIndex, parsed }) =>
        datasetIndex ? `${percent(100 * lost.get(dataIndex).lost)} of the viewers leave` : `${percent(parsed.y)} see this`,
    }),
  }));
}

export function drawHeat(video, summary) {
  const isHot = (start) => video.hotspots.some(({ from, to }) => start >= from - 0.001 && start < to - 0.001);
  bars('heat', summary, video, (plain, hot) => [
    { label: 'Times watched', data: video.heat, backgroundColor: video.starts.map((at) => (isHot(at) ? hot : plain)) },
  ], 'times watched');
}

export function drawExits(video, summary) {
  bars('exits', summary, video, (plain) => [
    { label: 'Viewers who stopped', data: video.exits, backgroundColor: plain },
  ], 'viewers stand here');
}

function bars(id, summary, video, datasets, unit) {
  draw(id, summary, () => ({
    type: 'bar',
    data: {
      labels: video.starts.map(clock),
      datasets: datasets(colour('first'), colour('hot'))
        .map((dataset) => ({ ...dataset, barPercentage: 1, categoryPercentage: 0.96 })),
    },
    options: options({
      y: { beginAtZero: true, ticks: { precision: 0 }, grace: '5%' },
      x: 'position in the video',
      legend: false,
      label: ({ parsed }) => `${count(parsed.y)} ${unit}`,
    }),
  }));
}

export function drawDays(days, summary) {
  draw('days', summary, () => ({
    type: 'bar',
    data: {
      labels: days.map(({ date }) => day(date)),
      datasets: [
        { label: 'Viewers', data: days.map((each) => each.viewers), backgroundColor: colour('first') },
        { label: 'Views', data: days.map((each) => each.views), backgroundColor: colour('second') },
        { label: 'Completions', data: days.map((each) => each.completions), backgroundColor: colour('third') },
      ],
    },
    options: options({
      y: { beginAtZero: true, ticks: { precision: 0 }, grace: '5%' },
      x: 'day',
      label: ({ dataset, parsed }) => `${dataset.label}: ${count(parsed.y)}`,
    }),
  }));
}

function options({ y, x, label, legend = true }) {
  const text = colour('quiet');
  const grid = { color: colour('line') };
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    interaction: { mode: 'index', intersect: false },
    plugins: {
      legend: { display: legend, position: 'bottom', labels: { color: text, usePointStyle: true, boxHeight: 7 } },
      tooltip: { callbacks: { label } },
    },
    scales: {
      x: {
        grid: { display: false },
        border: grid,
        title: { display: true, text: x, color: text },
        ticks: { color: text, maxRotation: 0, autoSkip: true, autoSkipPadding: 24 },
      },
      y: { grid, border: { display: false }, ...y, ticks: { color: text, maxTicksLimit: 6, ...y.ticks } },
    },
  };
}
