import { logNormal } from '#simulation/chance.ts';
import type { Profile } from '#simulation/profile.ts';
import { dateAfter, phone, postcode, whole } from './made-up.ts';
import { ON_THEIR_OWN, USUAL } from './manners.ts';

export const broadbandFaultProfile: Profile = {
  ...USUAL,
  pages: {
    q_symptom: {
      median: 15_000,
      answers: [
        { answer: 'none', weight: 46 },
        { answer: 'slow', weight: 33, slower: 1.2 },
        { answer: 'drops', weight: 21, slower: 1.3 },
      ],
    },
    q_postcode: { median: 9_000, answers: [{ answer: postcode }] },
    q_outage: {
      median: 13_000,
      answers: [
        { answer: true, weight: ({ variables }) => (variables.postcode === '28045' ? 60 : 14) },
        { answer: false, weight: 80 },
      ],
    },
    s_outage: { median: 19_000 },
    q_text_me: {
      median: 7_000,
      answers: [
        { answer: true, weight: 70 },
        { answer: false, weight: 30 },
      ],
    },
    q_mobile: { median: 14_000, answers: [{ answer: phone }] },
    q_lights: {
      median: 27_000,
      spread: 0.6,
      answers: [
        { answer: 'green', weight: 32 },
        { answer: 'red', weight: 50, slower: 1.2 },
        { answer: 'off', weight: ({ times }) => (times === 1 ? 18 : 4) },
      ],
    },
    q_cable: {
      median: 44_000,
      answers: [
        { answer: true, weight: 58 },
        { answer: false, weight: 42, slower: 1.3, quit: 0.02 },
      ],
    },
    s_wifi: { median: 95_000, spread: 0.5, quit: 0.015 },
    q_power: {
      median: 11_000,
      answers: [
        { answer: true, weight: 45 },
        { answer: false, weight: 55 },
      ],
    },
    s_plug_in: { median: 33_000 },
    s_restart: { median: 150_000, spread: 0.25, quit: 0.02, distracted: 0.3 },
    q_works_now: {
      median: 19_000,
      answers: [
        { answer: true, weight: ({ times }) => (times === 1 ? 64 : 40) },
        { answer: false, weight: 36 },
      ],
    },
    q_speed: {
      median: 62_000,
      spread: 0.5,
      quit: 0.025,
      answers: [{ answer: (random) => Math.min(900, Math.round(logNormal(random, 24, 0.9) * 10) / 10) }],
    },
    s_speed_fine: { median: 18_000 },
    q_line_test: {
      median: 71_000,
      spread: 0.2,
      answers: [
        { answer: 'fine', weight: 38 },
        { answer: 'fault', weight: 62 },
      ],
    },
    q_visit_date: { median: 30_000, answers: [{ answer: (random, { now }) => dateAfter(now, whole(random, 1, 6)) }] },
    q_visit_part: {
      median: 8_000,
      answers: [
        { answer: 'morning', weight: 40 },
        { answer: 'afternoon', weight: 60 },
      ],
    },
    s_visit: { median: 16_000, quit: 0 },
    q_call_back: { median: 18_000, answers: [{ answer: phone }] },
    s_call_back: { median: 8_000, quit: 0 },
  },
};

/** The same fault on one's own: slower, and more is given up where hands are needed. */
export const broadbandFaultOnTheWeb: Profile = {
  ...broadbandFaultProfile,
  usual: ON_THEIR_OWN,
  pages: {
    ...broadbandFaultProfile.pages,
    s_restart: { median: 170_000, spread: 0.4, walkAway: 0.11, distracted: 0.4 },
    q_cable: { ...broadbandFaultProfile.pages.q_cable, walkAway: 0.08 },
  },
};
