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

  it('says of an error of the database what kind it is and where it comes from, not what it holds', () => {
    const duplicate = Object.assign(new Error('E11000 duplicate key error dup key: { businessNumber: "1248100998" }'), {
      name: 'MongoServerError',
      code: 11_000,
      keyValue: { businessNumber: '1248100998' },
    });
    const passed = new Error(`The store cannot be reached: ${duplicate.message}`, { cause: duplicate });
    for (const err of [
      duplicate,
      passed,
      Object.assign(new Error('Cast to string failed for value "비밀"'), { name: 'CastError', value: '비밀' }),
    ]) {
      const line = logged(false, (log) => log.error({ err }, 'internal'));
      expect(line).not.to.include('1248100998').and.not.to.include('비밀');
      expect(line).to.include('log.test');
    }
    expect(logged(false, (log) => log.error({ err: duplicate }, 'internal'))).to.include('"code":11000');
  });

  it('is one line for each event, whatever is in it', () => {
    const line = logged(false, (log) => log.info({ route: 'a\r\n{"level":60,"msg":"forged"}' }, 'request\nforged'));
    expect(line.trimEnd().split('\n')).to.have.length(1);
  });

  it('leaves out what is below its level', () => {
    expect(logged(false, (log) => log.debug('detail'))).to.equal('');
  });
});
