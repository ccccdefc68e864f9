import { expect } from 'chai';
import { runCommand } from '../support/run-command.js';

describe('a wrong option', () => {
  for (const command of ['serve', 'calculate', 'plan', 'establishment', 'invite', 'check-data'])
    it(`is named by ${command} in one line, in both languages`, async () => {
      const help = `npx --no onsil ${command} --help`;
      expect(await runCommand([command, '--foo'])).to.deep.equal({
        code: 2,
        stdout: '',
        stderr: `${command}: there is no option --foo | --foo 선택 사항은 없습니다: ${help}\n`,
      });
    });

  const lines: readonly (readonly [readonly string[], string])[] = [
    [['calculate', '-x'], 'there is no option -x | -x 선택 사항은 없습니다'],
    [['calculate', '--schema'], '--schema needs a value | --schema에는 값이 필요합니다'],
    [['plan', '-', '--pdf', '--json'], '--pdf needs a value | --pdf에는 값이 필요합니다'],
    [['calculate', '--list=all'], '--list takes no value | --list에는 값을 쓰지 않습니다'],
    [['serve', 'now'], '"now" is not expected here | "now"은(는) 여기에 쓸 수 없습니다'],
    [['calculate', '--a\u001b[31m\nb'], 'there is no option --a\\u001b[31m\\nb | --a\\u001b[31m\\nb 선택 사항은 없습니다'],
  ];
  for (const [args, said] of lines)
    it(`is said plainly: onsil ${JSON.stringify(args.join(' '))}`, async () => {
      const [command = ''] = args;
      expect((await runCommand(args)).stderr).to.equal(`${command}: ${said}: npx --no onsil ${command} --help\n`);
    });
});
