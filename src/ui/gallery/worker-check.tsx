import { useState } from 'react';
import { Badge } from '../badge.tsx';
import { Button } from '../button.tsx';
import { startWorker } from '../worker.ts';
import pingUrl from './ping.worker.ts?worker&url';
import { Line, Section } from './section.tsx';

export function WorkerCheck() {
  const [state, setState] = useState('idle');
  const ask = () => {
    setState('asked');
    const worker = startWorker(pingUrl, 'ping');
    worker.addEventListener('message', (event: MessageEvent<string>) => {
      setState(event.data);
      worker.terminate();
    });
    worker.postMessage('ping');
  };
  return (
    <Section title="Workers">
      <Line>
        <Button onPress={ask}>Ask a worker</Button>
        <Badge>{state}</Badge>
      </Line>
    </Section>
  );
}
