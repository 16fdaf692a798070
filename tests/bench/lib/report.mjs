// SPDX-License-Identifier: GPL-3.0-or-later
// What was measured, for people and for programs.
import { cpus } from 'node:os';
import { markdown, show } from './table.mjs';
import { targetList } from './targets.mjs';

export function median(values) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

const rounded = (value, digits) => (value === null ? null : Number(value.toFixed(digits)));

/** One summary for each operation and number of workers, in the order of the first round. Ratios are those of a round. */
export function summarise(found) {
  const groups = new Map();
  for (const entry of found) {
    const key = `${entry.name} ${entry.workers}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((entries) => {
    const middle = (read) => median(entries.map(read));
    const peerNames = [...new Set(entries.flatMap(({ peers }) => Object.keys(peers)))];
    return {
      name: entries[0].name, workers: entries[0].workers,
      rps: middle(({ server }) => server.rps), p50: middle(({ server }) => server.p50), p99: middle(({ server }) => server.p99),
      cpu: middle(({ server }) => server.cpu),
      floorRps: middle(({ floor }) => floor?.rps), floorP50: middle(({ floor }) => floor?.p50),
      ratio: middle(({ server, floor }) => (floor ? server.rps / floor.rps : undefined)),
      errors: entries.reduce((sum, { server, floor }) => sum + server.errors + (floor?.errors ?? 0), 0),
      peers: Object.fromEntries(peerNames.map((name) => [name, middle(({ peers }) => peers[name]?.rps)])),
    };
  });
}

/** The shape that other programs read: one entry for each operation, with eight workers where they were measured, and all targets. */
export function latest({ found, memory, targets }) {
  const ops = {};
  for (const summary of summarise(found)) {
    if (summary.name in ops && summary.workers !== 8) continue;
    ops[summary.name] = { conc: summary.workers, rps: rounded(summary.rps, 1), floor_rps: rounded(summary.floorRps, 1), ratio: rounded(summary.ratio, 3),
      p50_ms: rounded(summary.p50, 3), p99_ms: rounded(summary.p99, 3), cpu_ms: rounded(summary.cpu, 4) };
  }
  return { rss_mb: rounded(memory.afterwards, 1), ops, targets: targetList(targets) };
}

export function table(found) {
  const summaries = summarise(found);
  const peers = [...new Set(summaries.flatMap((summary) => Object.keys(summary.peers)))];
  const heads = ['operation', 'workers', 'requests/s', 'floor', 'ratio', 'p50 ms', 'floor p50', 'p99 ms', 'CPU ms', ...peers.map((name) => `${name}, requests/s`), 'errors'];
  return markdown(heads, summaries.map((summary) => [summary.name, String(summary.workers), show(summary.rps, 0), show(summary.floorRps, 0), show(summary.ratio, 2),
    show(summary.p50, 2), show(summary.floorP50, 2), show(summary.p99, 2), show(summary.cpu, 3), ...peers.map((name) => show(summary.peers[name], 0)), String(summary.errors)]));
}

export const machine = () => `${cpus().length} × ${cpus()[0].model}, ${new Date().toISOString().slice(0, 10)}`;

/** How much longer a page takes in the largest folder than in the smallest; 1 is what it should be. */
export function dependenceOnSize(summaries) {
  const times = summaries.filter(({ name, workers }) => name.startsWith('list_') && workers === summaries[0].workers).map(({ p50 }) => p50);
  return times.length > 1 ? Math.max(...times) / Math.min(...times) : 1;
}

const height = 14;
const left = 150;
const width = 600;
const colours = { 'Mail MCP': '#1b6ca8', floor: '#b8b8b8', peer: ['#d98c3f', '#8a5fa8', '#5f9e6e'] };

/** Bars of requests per second on a logarithmic scale, from 1/s on; the operations with one number of workers, eight if there is it. */
export function plot(found) {
  const summaries = summarise(found);
  const workers = summaries.some((summary) => summary.workers === 8) ? 8 : summaries[0].workers;
  const groups = summaries.filter((summary) => summary.workers === workers).map((summary) => ({ name: summary.name, bars: [
    { name: 'Mail MCP', value: summary.rps, colour: colours['Mail MCP'] }, { name: 'floor', value: summary.floorRps, colour: colours.floor },
    ...Object.entries(summary.peers).map(([name, value], index) => ({ name, value, colour: colours.peer[index % colours.peer.length] }))].filter(({ value }) => value) }));
  const most = Math.log10(Math.max(10, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value))));
  const parts = [];
  let y = 40;
  for (const { name, bars } of groups) {
    parts.push(`<text x="${left - 8}" y="${y + (height * bars.length) / 2 + 4}" text-anchor="end">${name}</text>`);
    for (const bar of bars) {
      const length = Math.max(1, (width * Math.log10(Math.max(1, bar.value))) / most);
      parts.push(`<rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="${height - 2}" fill="${bar.colour}"/>`,
        `<text x="${(left + length + 4).toFixed(1)}" y="${y + height - 4}" font-size="10">${bar.value.toFixed(0)} ${bar.name}</text>`);
      y += height;
    }
    y += 8;
  }
  return [`<svg xmlns="http://www.w3.org/2000/svg" width="${left + width + 150}" height="${y + 10}" font-family="sans-serif" font-size="12">`,
    '<rect width="100%" height="100%" fill="white"/>', `<text x="${left}" y="22">requests per second, ${workers} at a time (logarithmic)</text>`, ...parts, '</svg>', ''].join('\n');
}
