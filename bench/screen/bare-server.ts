import { fastifyStatic } from '@fastify/static';
import { type FastifyInstance, fastify } from 'fastify';
import { catalog } from '#elements/catalog.ts';
import type { Interaction } from '#format/interaction.ts';
import { CARD_WIDTH } from '#map/card-size.ts';
import { drawingOf } from '#map/drawing.ts';
import type { Drawn } from './bare/drawn.ts';
import { countries } from './countries.ts';

/** Serves the bare pages with what they show: the same choices and the same drawings as the product shows. */
export async function bareServer(folder: string, flows: readonly Interaction[]): Promise<FastifyInstance> {
  const app = fastify({ forceCloseConnections: true });
  await app.register(fastifyStatic, { root: folder });
  app.get('/countries.json', async () => countries());
  for (const flow of flows) {
    const drawn = drawnOf(flow);
    app.get(`/drawn-${Object.keys(flow.elements).length}.json`, async () => drawn);
  }
  return app;
}

function drawnOf(flow: Interaction): Drawn {
  const { cards, lines } = drawingOf(flow, catalog, { language: 'en', folded: false });
  return {
    boxes: cards.map(({ id, name, at: [x, y], height }) => ({ id, name, x, y, width: CARD_WIDTH, height })),
    lines: lines.map(({ id, from, to }) => ({ id, from, to })),
  };
}
