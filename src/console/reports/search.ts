import * as z from 'zod';
import { CLIENTS } from '#api/clients.ts';
import { WENT } from '#api/reports.ts';
import { filter } from '../app/search.ts';
import { MAP_MEASURES } from './map-measures.ts';
import { PERIODS } from './period.ts';

export const REPORT_VIEWS = ['summary', 'flow', 'sessions'] as const;

/** Everything a report depends on stands in its address, so that a link restores it. */
export const reportSearch = z.object({
  view: filter(z.enum(REPORT_VIEWS)),
  period: filter(z.enum(PERIODS)),
  /** Days of a period of one's own: `2026-11-01`, both included. */
  from: filter(z.iso.date()),
  to: filter(z.iso.date()),
  /** Numbers with commas; all versions when left out. */
  versions: filter(z.string().regex(/^[1-9]\d{0,6}(,[1-9]\d{0,6})*$/)),
  client: filter(z.enum(CLIENTS)),
  /** What the map's colours say. */
  measure: filter(z.enum(MAP_MEASURES)),
  /** The element whose panel is open, or whose sessions are listed. */
  element: filter(z.string().max(64)),
  exit: filter(z.string().max(100)),
  outcome: filter(z.string().max(100)),
  went: filter(z.enum(WENT)),
  slowest: filter(z.literal('yes')),
  /** The review tab: resolved comments too. */
  comments: filter(z.literal('all')),
});

export type ReportSearch = z.infer<typeof reportSearch>;
