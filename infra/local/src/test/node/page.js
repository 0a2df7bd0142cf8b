// A page with the player of player.md, which runs as it stands there. Around it is what a browser is to it: a window, a
// document, video elements that know how long they are, and a fetch that adds the page's address and who is signed in.
//
//   node page.js http://localhost:8080 "$(infra/token --sub ana --roles student)" \
//     '{"start": "2.1", "reports": [{"id": "short-2.1-1", "at": 52, "completed": true}]}'
//
// With start all shorts are loaded from that submodule on; without it the page has those of videos, with their ids and
// durations. Each of reports is told of the short with its id; one that has no duration is still loading. It prints
// one line of JSON: what was called, what the page shows and what it wrote on its console.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const [base, token, said] = process.argv.slice(2);
const { start, videos = [{}], reports = [] } = JSON.parse(said);
const [tracking, player] = fs
  .readFileSync(path.join(__dirname, 'player.md'), 'utf8')
  .match(/(?<=^```javascript\n).*?(?=^```$)/gms);

const calls = [];
const complaints = [];
let atLoad;
let shown;
const isShown = new Promise((resolve) => (shown = resolve));

async function fetchAsSignedIn(address, options = {}) {
  const headers = { ...options.headers, Authorization: `Bearer ${token}` };
  const answer = await fetch(new URL(address, base), { ...options, headers });
  calls.push({ method: options.method ?? 'GET', address, status: answer.status, answer: await answer.clone().json() });
  return answer;
}

function complain(...words) {
  complaints.push(words.join(' '));
  shown();
}

const page = vm.createContext({
  document: {
    addEventListener: (event, listener) => (atLoad = listener),
    querySelector: (selector) => ({ selector }),
  },
  window: { shortsData: videos, submoduleId: start },
  console: { error: complain },
  fetch: fetchAsSignedIn,
  setTimeout,
  shown,
});

// What the page's own script has beside.
const rest = `
  class Rest {
    ${tracking}
    loadVideos() {
      this.videoElements = this.videos.map((video) => ({ duration: video.duration_seconds ?? NaN }));
    }
    updateVideoInfo() {
      shown();
    }
    play() {}
  }
  for (const name of ['trackVideoProgress', 'loadVideos', 'updateVideoInfo', 'play']) {
    ShortsPlayer.prototype[name] = Rest.prototype[name];
  }
`;

async function open() {
  vm.runInContext(player, page);
  vm.runInContext(rest, page);
  if (start) {
    atLoad();
    await isShown;
    return page.window.shortsPlayer;
  }
  const opened = vm.runInContext('new ShortsPlayer({}, window.shortsData)', page);
  opened.loadVideos();
  return opened;
}

async function watch(opened) {
  for (const { id, at, completed = false } of reports) {
    const index = opened.videos.findIndex((video) => video.id === id);
    await opened.trackVideoProgress(index, at, completed);
  }
  console.log(JSON.stringify({ calls, complaints, videos: opened.videos }));
}

open().then(watch);
