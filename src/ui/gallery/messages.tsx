import { Inbox } from 'lucide-react';
import { Avatar } from '../avatar.tsx';
import { Badge } from '../badge.tsx';
import { Banner } from '../banner.tsx';
import { Button } from '../button.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Progress } from '../progress.tsx';
import { Skeleton } from '../skeleton.tsx';
import { showToast } from '../toasts.ts';
import { Grid, Line, Section } from './section.tsx';

export function Messages() {
  return (
    <Section title="Messages">
      <Banner tone="info" title="You are looking at version 2.">
        Version 3 is live since Monday.
      </Banner>
      <Banner tone="success" title="All 14 tests pass." />
      <Banner tone="warning" title="Two elements cannot be reached." actions={<Button size="small">Show them</Button>}>
        Connect them, or delete them.
      </Banner>
      <Banner
        tone="danger"
        title="Version 3 was not published."
        code="release.tests-failed"
        actions={<Button size="small">Open tests</Button>}
      >
        Test “Router offline” ended at another element. Mend the test or the Interaction, then publish again.
      </Banner>
      <Line>
        <Badge>Draft</Badge>
        <Badge tone="info">In review</Badge>
        <Badge tone="warning">Changes requested</Badge>
        <Badge tone="success" hasDot>
          Live
        </Badge>
        <Badge tone="danger">Failed</Badge>
        <Avatar name="Ines Okafor" />
        <Avatar name="Marta Lindqvist" />
        <Avatar name="Jürgen Weiß" size="small" />
        <Avatar name="田中 明" />
      </Line>
      <Line>
        <Button
          onPress={() =>
            showToast({ text: 'Interaction deleted', onUndo: () => showToast({ text: 'Interaction is back' }) })
          }
        >
          Delete with undo
        </Button>
        <Button
          onPress={() =>
            showToast({ text: 'The working copy could not be saved. It is kept in this browser.', tone: 'danger' })
          }
        >
          Fail to save
        </Button>
      </Line>
      <Grid>
        <Progress label="Importing 20 Interactions" value={45} />
        <Progress label="Rebuilding reports" />
        <Skeleton lines={3} />
      </Grid>
      <EmptyState icon={<Inbox />} title="No change requests" action={<Button variant="primary">Open reports</Button>}>
        Requests made from a report come here with their figures.
      </EmptyState>
    </Section>
  );
}
