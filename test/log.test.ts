import { expect } from 'chai';
import { openLog } from '../server/log.js';

const logged = (isTTY: boolean, write: (log: ReturnType<typeof openLog>) => void): string => {
  const lines: string[] = [];
  write(openLog({ isTTY, write: (line: string) => lines.push(line) > 0 } as unknown as NodeJS.WriteStream, 'info'));
  return lines.join('');
};

describe('the log', () => {
  it('is JSON lines for machines', () => {
    const line = JSON.parse(logged(false, (log) => log.warn({ route: '/responses' }, 'slow'))) as Record<string, unknown>;
    expect(line).to.include({ level: 40, route: '/responses', msg: 'slow' });
  });

  it('is plain lines on a terminal', () => {
    expect(logged(true, (log) => log.info({ route: '/responses', ms: 3 }, 'request'))).to.match(
      /^\d\d:\d\d:\d\d info request route=\/responses ms=3\n$/,
    );
  });

  it('shows where an error comes from', () => {
    expect(logged(true, (log) => log.error({ err: new Error('broken') }, 'internal'))).to.match(/error internal\nError: broken\n\s+at /);
  });

  it('leaves out what is below its level', () => {
    expect(logged(false, (log) => log.debug('detail'))).to.equal('');
  });
});
