import { makeValue, type ValueOrder } from '../values/commands.ts';
import { type DemoTools, must } from './founding.ts';
import type { House } from './house.ts';
import { STAFF } from './people.ts';
import { doerOf } from './publishing.ts';

/** What the demo account keeps for all its Interactions. */
const DEMO_VALUES: readonly ValueOrder[] = [
  {
    key: 'outage_notice',
    label: 'Known-outage notice',
    description: 'Read out first while an outage is known; empty at all other times.',
    type: 'text',
    live: { en: '', es: '' },
    test: {
      en: 'There is a fault in your area. It will be mended by six o’clock this evening.',
      es: 'Hay una avería en su zona. Quedará reparada a las seis de la tarde.',
    },
  },
  {
    key: 'opening_hours',
    label: 'Opening hours',
    description: 'Of the service desk, as they are told to customers.',
    type: 'text',
    live: {
      en: 'Monday to Friday from 8 am to 8 pm, Saturday from 9 am to 2 pm',
      es: 'de lunes a viernes de 8 a 20 horas, sábados de 9 a 14 horas',
    },
  },
  {
    key: 'recording_notice',
    label: 'Recording notice',
    description: 'Wording agreed with the legal department; ask them before changing it.',
    type: 'text',
    live: {
      en: 'This call may be recorded to improve our service. Tell me at any time if you do not agree.',
      es: 'Esta llamada puede grabarse para mejorar el servicio. Dígame en cualquier momento si no está de acuerdo.',
    },
  },
  {
    key: 'max_refund',
    label: 'Largest refund without approval',
    type: 'money',
    live: { amount: '25.00', currency: 'EUR' },
    test: { amount: '5.00', currency: 'EUR' },
  },
  {
    key: 'call_back_within',
    label: 'Call back within',
    description: 'The time that customers are promised.',
    type: 'duration',
    live: 'PT2H',
  },
  { key: 'storm_towns', label: 'Towns with storm damage', type: 'list', live: ['Ashford', 'Torquay'] },
];

export async function keepValues(tools: DemoTools, house: House): Promise<void> {
  const doer = doerOf(tools, house, STAFF.administrator);
  for (const value of DEMO_VALUES) must(await makeValue(tools.services, doer, value));
}
