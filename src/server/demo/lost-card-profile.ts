import { logNormal } from '#simulation/chance.ts';
import type { Profile, Seen } from '#simulation/profile.ts';
import { address, birthDate, payments } from './made-up.ts';
import { USUAL } from './manners.ts';

const speaks = ({ context }: Seen) => context.channel === 'voice';

/**
 * One thing is wrong here, for somebody to find: many customers who call do not know their security word. They look for
 * the letter in which it was sent, and some give up; *Verify identity* takes them far more than its target.
 */
export const lostCardProfile: Profile = {
  ...USUAL,
  pages: {
    q_situation: {
      median: 10_500,
      answers: [
        { answer: 'lost', weight: 56 },
        { answer: 'stolen', weight: 27, slower: 1.15 },
        { answer: 'unrecognised', weight: 17, slower: 1.35 },
      ],
    },
    q_holder: {
      median: 5_000,
      answers: [
        { answer: true, weight: 96 },
        { answer: false, weight: 4 },
      ],
    },
    s_holder_only: { median: 24_000 },
    q_birth_date: { median: 11_000, answers: [{ answer: birthDate }] },
    q_security_word: {
      median: 15_000,
      answers: [
        { answer: 'right', weight: 60 },
        {
          answer: 'forgotten',
          weight: (seen) => (speaks(seen) ? 42 : 14),
          slower: (seen) => (speaks(seen) && seen.times === 1 ? 4.6 : 1.8),
          quit: (seen) => (speaks(seen) ? 0.17 : 0.03),
        },
        { answer: 'wrong', weight: ({ times }) => (times === 1 ? 11 : 45), slower: 1.4 },
      ],
    },
    q_last_payment: {
      median: 22_000,
      answers: [
        { answer: true, weight: 88 },
        { answer: false, weight: 12, slower: 1.6, quit: 0.06 },
      ],
    },
    s_not_confirmed: { median: 17_000 },
    s_block: { median: 16_000, quit: 0, walkAway: 0 },
    q_unknown_payments: {
      median: 29_000,
      answers: [
        { answer: true, weight: ({ variables }) => (variables.situation === 'stolen' ? 34 : 9), slower: 1.5 },
        { answer: false, weight: 70 },
      ],
    },
    q_fraud_amount: {
      median: 18_000,
      answers: [{ answer: (random) => Math.min(90_000, Math.round(logNormal(random, 260, 1.2) * 100) / 100) }],
    },
    s_refer_fraud: { median: 18_000 },
    q_dispute: { median: 56_000, spread: 0.5, answers: [{ answer: payments }] },
    q_replacement: {
      median: 9_000,
      answers: [
        { answer: true, weight: 87 },
        { answer: false, weight: 13, slower: 1.4 },
      ],
    },
    q_address: {
      median: 17_000,
      answers: [
        { answer: 'same', weight: 84 },
        { answer: 'new', weight: 16, slower: 1.3 },
      ],
    },
    q_new_address: { median: 36_000, answers: [{ answer: address }] },
    q_address_right: {
      median: 11_000,
      answers: [
        { answer: true, weight: 88 },
        { answer: false, weight: 12 },
      ],
    },
    s_card_on_way: { median: 15_000, quit: 0 },
  },
};
