import { BSON } from 'mongodb';

export type Document = BSON.Document;

/** A command as it came, and by which id the answer names it. */
export interface Message {
  readonly requestId: number;
  /** The first command of a connection comes in the old form, and wants its answer in it. */
  readonly legacy: boolean;
  readonly command: Document;
}

const opReply = 1;
const opQuery = 2004;
const opMsg = 2013;
const headerLength = 16;
const options = { promoteBuffers: true } as const;

/** Takes the whole messages off the front of what has come. */
export function readMessages(received: Buffer): { messages: Message[]; rest: Buffer } {
  const messages: Message[] = [];
  let rest = received;
  while (rest.length >= headerLength && rest.length >= rest.readInt32LE(0)) {
    const bytes = rest.subarray(0, rest.readInt32LE(0));
    rest = rest.subarray(bytes.length);
    const requestId = bytes.readInt32LE(4);
    const opCode = bytes.readInt32LE(12);
    if (opCode === opMsg) messages.push({ requestId, legacy: false, command: readSections(bytes) });
    else if (opCode === opQuery) messages.push({ requestId, legacy: true, command: readQuery(bytes) });
    else throw new Error(`Nobody sends messages of kind ${opCode} any more.`);
  }
  return { messages, rest };
}

/** Section 0 is the command; a section 1 holds the documents of one of its arrays. */
function readSections(bytes: Buffer): Document {
  let command: Document = {};
  for (let at = headerLength + 4; at < bytes.length;) {
    const kind = bytes[at];
    const size = bytes.readInt32LE(at + 1);
    const section = bytes.subarray(at + 1, at + 1 + size);
    at += 1 + size;
    if (kind === 0) {
      command = { ...command, ...BSON.deserialize(section, options) };
      continue;
    }
    const nameEnd = section.indexOf(0, 4);
    const documents: Document[] = [];
    for (let place = nameEnd + 1; place < section.length; place += section.readInt32LE(place)) {
      documents.push(BSON.deserialize(section.subarray(place, place + section.readInt32LE(place)), options));
    }
    command = { ...command, [section.toString('utf8', 4, nameEnd)]: documents };
  }
  return command;
}

function readQuery(bytes: Buffer): Document {
  const nameEnd = bytes.indexOf(0, headerLength + 4);
  return BSON.deserialize(bytes.subarray(nameEnd + 1 + 8), options);
}

/** The answer to a message, in its form. */
export function writeAnswer({ requestId, legacy }: Message, answer: Document): Buffer {
  const body = BSON.serialize(answer);
  const before = legacy ? replyHead() : Buffer.alloc(5);
  const header = Buffer.alloc(headerLength);
  header.writeInt32LE(headerLength + before.length + body.length, 0);
  header.writeInt32LE(requestId, 8);
  header.writeInt32LE(legacy ? opReply : opMsg, 12);
  return Buffer.concat([header, before, body]);
}

/** Flags, cursor, start, and that one document follows. */
function replyHead(): Buffer {
  const head = Buffer.alloc(20);
  head.writeInt32LE(1, 16);
  return head;
}
