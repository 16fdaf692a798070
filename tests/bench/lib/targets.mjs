// SPDX-License-Identifier: GPL-3.0-or-later
// What was promised, what came of it, and whether it is kept. A target has one value, or one for each number of workers; it is met when
// all of them are. Without a limit it is only told.
import { markdown, show } from './table.mjs';

const target = (bound) => (what, value, limit, unit = '') => ({ what, values: [value].flat(), unit, ...(bound && { [bound]: limit }) });

export const atMost = target('atMost');
export const atLeast = target('atLeast');
/** For whoever wants to understand the others. */
export const told = (what, value, unit) => target()(what, value, undefined, unit);
/** What could not be measured here, and why. */
export const notMeasured = (what, reason) => ({ what, values: [], unit: '', reason });

/** true, false, or null where there is nothing to keep or nothing is known. */
export function isMet({ values, atMost: most, atLeast: least }) {
  const known = values.filter((value) => value !== null && value !== undefined);
  if (known.length === 0 || (most === undefined && least === undefined)) return null;
  return known.length === values.length && known.every((value) => (most === undefined || value <= most) && (least === undefined || value >= least));
}

/** Three digits that say something, and whole numbers as they are. */
const digitsOf = (value) => (Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
const number = (value) => show(value, value === null || value === undefined ? 0 : digitsOf(value));
const withUnit = (text, unit) => (unit ? `${text} ${unit}` : text);

function verdict(entry) {
  if (entry.reason) return `not measured: ${entry.reason}`;
  return { true: 'met', false: 'MISSED', null: '' }[isMet(entry)];
}

function boundOf({ atMost: most, atLeast: least, unit }) {
  if (most !== undefined) return withUnit(`≤ ${number(most)}`, unit);
  return least === undefined ? '' : withUnit(`≥ ${number(least)}`, unit);
}

export function targetTable(targets) {
  return markdown(['target', 'measured', 'wanted', ''], targets.map((entry) => [`${entry.scenario}: ${entry.what}`,
    entry.values.length > 0 ? withUnit(entry.values.map(number).join(' · '), entry.unit) : '–', boundOf(entry), verdict(entry)]));
}

/** The shape that other programs read. */
export function targetList(targets) {
  return targets.map(({ scenario, what, values, unit, atMost: most, atLeast: least, ...rest }) => ({
    scenario, what, values: values.map((value) => (typeof value === 'number' ? Number(value.toPrecision(6)) : null)), unit,
    ...(most !== undefined && { at_most: most }), ...(least !== undefined && { at_least: least }),
    ...(rest.reason && { not_measured: rest.reason }), met: isMet({ values, atMost: most, atLeast: least }) }));
}
