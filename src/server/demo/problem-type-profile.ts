import type { Profile } from '#simulation/profile.ts';
import { USUAL } from './manners.ts';

export const problemTypeProfile: Profile = {
  ...USUAL,
  pages: {
    q_problem: {
      median: 12_000,
      answers: [
        { answer: 'billing', weight: 45 },
        { answer: 'orders', weight: 30, slower: 1.2 },
        { answer: 'technical', weight: 25, slower: 1.6 },
      ],
    },
    s_confirm: { median: 5_000, quit: 0 },
  },
};
