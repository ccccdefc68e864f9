import { expect } from 'chai';
import { siteRoutes } from '../../server/app.js';
import { type AccessRow, accessTable, type Column } from '../../server/http/access-table.js';
import { accountRoles, joinedPowers, keptApart, needsSecondFactor, type Power, powersOf, type Role } from '../../server/survey/role.js';

const rows = Object.entries(accessTable) as [string, AccessRow][];
const roles = Object.keys(powersOf) as Role[];
/** What the routes of the table let a role get at. */
const reachedBy = (role: Role): readonly Power[] => rows.flatMap(([, { power, who }]) => (role in who && power !== null ? [power] : []));

describe('the access table', () => {
  it('has a row for every route and a route for every row', () => {
    expect(siteRoutes().declared.map(({ method, path }) => `${method} ${path}`)).to.have.members(Object.keys(accessTable));
  });

  it('knows the ten roles', () => {
    expect(roles)
      .to.have.length(10)
      .and.to.include.members([...accountRoles]);
  });

  it('lets a role in only where it has the power that the route takes', () => {
    for (const [route, { power, who }] of rows)
      for (const column of Object.keys(who) as Column[]) {
        if (power === null) continue;
        expect(column, route).not.to.be.oneOf(['public', 'entering']);
        // A delegate does what the respondent who let it in does, and less.
        expect(powersOf[column === 'delegate' ? 'respondent' : (column as Role)], `${route}: ${column}`).to.include(power);
      }
  });

  it('lets no role hold raw answers and release rights', () => {
    for (const role of roles) {
      expect(powersOf[role].includes('answers') && powersOf[role].includes('release'), role).to.equal(false);
      expect(reachedBy(role).includes('answers') && reachedBy(role).includes('release'), role).to.equal(false);
    }
  });

  it('shows an administrator no answers', () => {
    expect(powersOf.administrator).not.to.include('answers');
    expect(reachedBy('administrator')).not.to.include('answers').and.not.include('consented');
  });

  it('shows a policy user no unit record, a methodologist no names', () => {
    expect(reachedBy('policyUser')).to.deep.equal([]);
    expect(powersOf.methodologist).not.to.include('register').and.not.include('answers');
  });

  it('keeps every pair of powers apart within each role, and in every pair of roles of one account', () => {
    for (const role of accountRoles) expect(joinedPowers([role]), role).to.equal(null);
    for (const [one, other] of keptApart)
      for (const first of accountRoles.filter((role) => powersOf[role].includes(one)))
        for (const second of accountRoles.filter((role) => powersOf[role].includes(other)))
          expect(joinedPowers([first, second]), `${first} and ${second}`).not.to.equal(null);
  });

  it('takes the power over answers for every route that names a response, and over the register for one that names an establishment', () => {
    for (const [route, { power }] of rows) {
      if (route.includes(':responseId')) expect(power, route).to.equal('answers');
      else if (route.includes('establishment')) expect(power, route).to.be.oneOf(['register', 'administration', 'consented']);
    }
  });

  it('keeps the powers apart that the statistics act and the separation of duties keep apart', () => {
    const pairs = keptApart.map(([one, other]) => [one, other].sort().join(' '));
    for (const pair of [
      'answers release',
      'administration answers',
      'answers consented',
      'administration release',
      'administration log',
      'answers log',
      'log release',
    ])
      expect(pairs, pair).to.include(pair);
  });

  it('shows nobody but the public pages to whoever is still signing in', () => {
    for (const [route, { who }] of rows)
      if ('entering' in who && !('public' in who)) expect(route).to.match(/ \/sign-(in\/(code|enrol)|out)$/);
  });

  it('names what a path names: an id in the path is bound by a data rule of its own', () => {
    // A file is one of a response that the path names before it: its rule looks at both.
    const bound = ['responseId', 'establishmentId', 'sessionRef', 'evidenceId'];
    for (const [route, { who }] of rows) {
      const innermost = [...route.matchAll(/:(\w+)/g)].map(([, param = '']) => param).findLast((param) => bound.includes(param));
      if (innermost !== undefined) for (const rule of Object.values(who)) expect(rule.names, route).to.equal(innermost);
    }
  });

  it('takes a password alone from surveyors and field supervisors, and from nobody else', () => {
    expect(accountRoles.filter((role) => !needsSecondFactor(role))).to.deep.equal(['surveyor', 'fieldSupervisor']);
  });
});
