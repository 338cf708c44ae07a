import { SingleBar, Presets } from 'cli-progress';
import type { SyncProgress } from '#snapshot/sync';

/** Shows a sync as a bar on a terminal and as plain lines elsewhere (CI, log files). */
export function createSyncProgress(output: NodeJS.WriteStream): {
  show: (progress: SyncProgress) => void;
  end: () => void;
} {
  return output.isTTY ? barProgress(output) : lineProgress(output);
}

function barProgress(output: NodeJS.WriteStream) {
  const bar = new SingleBar(
    {
      stream: output,
      format: '{bar} {value}/{total} {catalog}',
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  bar.start(0, 0, { catalog: 'reading the list of catalogs' });
  return {
    show(progress: SyncProgress) {
      if (progress.step === 'content') {
        bar.setTotal(Math.max(progress.announced, progress.received));
        bar.update(progress.received, { catalog: progress.catalog });
      }
      if (progress.step === 'details') bar.update({ catalog: 'fetching what listings only name' });
      if (progress.step === 'images') {
        bar.setTotal(progress.total);
        bar.update(progress.done, { catalog: 'fetching pictures' });
      }
      if (progress.step === 'finish') bar.update({ catalog: 'completing the snapshot' });
    },
    end: () => {
      bar.stop();
    },
  };
}

/** At the start of each catalog and at every quarter of it. */
function lineProgress(output: NodeJS.WriteStream) {
  let last = '';
  const say = (line: string) => {
    if (line !== last) output.write(`${line}\n`);
    last = line;
  };
  return {
    show(progress: SyncProgress) {
      if (progress.step === 'catalogs') say(`${progress.catalogs} catalogs are listed.`);
      if (progress.step === 'content') {
        const share =
          progress.announced === 0 ? 4 : Math.floor((4 * progress.received) / progress.announced);
        const quarter = `${Math.min(share, 4) * 25} %`;
        say(`  ${progress.catalog}: ${quarter} of ${progress.announced}`);
      }
      if (progress.step === 'details') say('Fetching what listings only name.');
      if (progress.step === 'images') {
        const quarter = `${Math.floor((4 * progress.done) / progress.total) * 25} %`;
        say(`Fetching pictures: ${quarter} of ${progress.total}`);
      }
      if (progress.step === 'finish') say('Completing the snapshot.');
    },
    end: () => undefined,
  };
}
