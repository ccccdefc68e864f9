import { expect } from 'chai';
import { databaseAllowance } from '../support/database-allowance.js';

describe('the allow-list of docs/database.md', () => {
  it('lets pass what it lists', () => {
    const { watch, strangers } = databaseAllowance();
    watch('find', { find: 'rounds', filter: { closesAt: { $gt: new Date(0) } }, $db: 'onsil' });
    watch('update', { update: 'rounds', updates: [{ q: {}, u: { $set: { open: false } } }] });
    expect([...strangers]).to.deep.equal([]);
  });

  it('names a command and an operator that it does not list, however deep', () => {
    const { watch, strangers } = databaseAllowance();
    watch('mapReduce', { mapReduce: 'rounds' });
    watch('find', { find: 'rounds', filter: { $or: [{ a: { $where: '1' } }] } });
    expect([...strangers]).to.deep.equal(['mapReduce', 'find: $or', 'find: $where']);
  });
});
