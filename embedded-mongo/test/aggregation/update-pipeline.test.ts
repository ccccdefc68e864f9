import { expect } from 'chai';
import { compileUpdatePipeline } from '../../src/aggregation/update-pipeline.js';
import type { Doc, Value } from '../../src/bson/values.js';
import { MongoError } from '../../src/errors/mongo-error.js';

const update = (doc: Doc, stages: Value[], constants: Doc = {}): Doc => compileUpdatePipeline(stages, constants, {})(doc);

describe('an update by pipeline', () => {
  it('computes fields from the document, one stage after the other', () => {
    const stages = [{ $set: { total: { $sum: '$quizzes' } } }, { $set: { grade: { $cond: [{ $gte: ['$total', 20] }, 'A', 'B'] } } }];
    expect(update({ _id: 1, quizzes: [9, 6, 8] }, stages)).to.deep.equal({ _id: 1, quizzes: [9, 6, 8], total: 23, grade: 'A' });
  });
  it('removes fields', () =>
    expect(update({ _id: 1, a: 1, b: { c: 1, d: 2 } }, [{ $unset: ['a', 'b.c'] }])).to.deep.equal({ _id: 1, b: { d: 2 } }));
  it('replaces the document and keeps its _id', () => {
    expect(update({ _id: 1, a: { x: 1 } }, [{ $replaceWith: '$a' }])).to.deep.equal({ _id: 1, x: 1 });
    expect(update({ _id: 1, a: 2 }, [{ $project: { _id: 0, a: 1 } }])).to.deep.equal({ _id: 1, a: 2 });
  });
  it('sees constants and one moment as $$NOW', () => {
    const now = new Date(5);
    expect(update({ _id: 1 }, [{ $set: { a: '$$c', at: '$$NOW', again: '$$NOW' } }], { c: 7, NOW: now })).to.deep.equal({
      _id: 1,
      a: 7,
      at: now,
      again: now,
    });
  });
  it('leaves the stored document as it was', () => {
    const stored = { _id: 1, a: { b: 1 } };
    update(stored, [{ $set: { 'a.b': 2 } }]);
    expect(stored).to.deep.equal({ _id: 1, a: { b: 1 } });
  });
  it('allows only stages that change one document', () => {
    for (const name of ['$match', '$group', '$lookup', '$unwind', '$foo']) {
      expect(() => update({}, [{ [name]: {} }]), name)
        .to.throw(MongoError)
        .with.property('code', 72);
    }
    expect(() => update({}, [{ $set: { a: 1 }, $unset: 'b' }]))
      .to.throw(MongoError)
      .with.property('code', 40323);
  });
});
