import { expect } from 'chai';
import mongoose, { type Connection } from 'mongoose';
import { sharedStore } from './support/shared.js';
import { refusal } from './support/store.js';

describe('Mongoose, unmodified', () => {
  let connection: Connection;

  before(async () => {
    connection = await mongoose.createConnection((await sharedStore()).store.uri, { dbName: 'with_mongoose' }).asPromise();
  });

  after(() => connection.close());

  it('saves, populates, counts and refuses duplicates', async () => {
    const Person = connection.model(
      'Person',
      new mongoose.Schema({ name: { type: String, unique: true }, age: Number }, { timestamps: true }),
    );
    const Story = connection.model(
      'Story',
      new mongoose.Schema({ title: String, by: { type: mongoose.Schema.Types.ObjectId, ref: 'Person' }, tags: [String] }),
    );
    await Person.init();
    const kim = await Person.create({ name: '김', age: 30 });
    await Story.create({ title: '온실', by: kim._id, tags: ['a'] });
    const story = await Story.findOne({ title: '온실' }).populate<{ by: { name: string } }>('by').orFail();
    expect(story.by.name).to.equal('김');
    story.tags.push('b');
    await story.save();
    expect((await Story.findOne({ tags: { $all: ['a', 'b'] } }).lean())?.title).to.equal('온실');
    expect(await Person.countDocuments({ age: { $gte: 30 } })).to.equal(1);
    expect(await refusal(Person.create({ name: '김' }))).to.include({ code: 11000 });
  });

  it('notices a document that was changed in between', async () => {
    const Draft = connection.model('Draft', new mongoose.Schema({ list: [Number], text: String }, { optimisticConcurrency: true }));
    const { _id } = await Draft.create({ list: [1], text: 'x' });
    const one = await Draft.findById(_id).orFail();
    const other = await Draft.findById(_id).orFail();
    one.text = 'one';
    await one.save();
    other.text = 'other';
    expect((await refusal(other.save())).name).to.equal('VersionError');
  });

  it('runs a transaction with its own sessions, and leaves nothing of one that throws', async () => {
    const Entry = connection.model('Entry', new mongoose.Schema({ n: Number }));
    await Entry.createCollection();
    await connection.transaction(async (session) => {
      await Entry.create([{ n: 1 }, { n: 2 }], { session, ordered: true });
    });
    const failing = connection.transaction(async (session) => {
      await Entry.create([{ n: 3 }], { session });
      throw new Error('changed my mind');
    });
    expect((await refusal(failing)).message).to.equal('changed my mind');
    expect(await Entry.countDocuments({})).to.equal(2);
  });

  it('reads a query as a stream', async () => {
    const Row = connection.model('Row', new mongoose.Schema({ n: Number }));
    await Row.insertMany(Array.from({ length: 300 }, (_, n) => ({ n })));
    let sum = 0;
    for await (const { n } of Row.find().sort({ n: 1 }).batchSize(50).cursor()) sum += n ?? 0;
    expect(sum).to.equal((299 * 300) / 2);
  });
});
