import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';

/** Most questions in one statement; more go with the one after it. */
const mostTogether = 64;

/**
 * Answers questions, each in its place.
 * @param em - of none of those who ask: nothing of it is theirs but the database.
 */
type AnswerAll<Question, Answer> = (
  em: EntityManager,
  questions: readonly Question[],
) => Promise<readonly (Answer | Error)[]>;

/**
 * Asks the database in one statement what many requests ask at the same time: while a statement of this kind is on its
 * way, questions wait for the next one. So nobody waits where little is asked, and nothing is remembered: each question
 * is answered by a statement that began after it was asked. Within a transaction it is asked alone.
 */
export function askedTogether<Question, Answer>(
  answerAll: AnswerAll<Question, Answer>,
): (em: EntityManager, question: Question) => Promise<Answer> {
  const loaders = new WeakMap<object, DataLoader<Question, Answer>>();
  return async (em, question) => {
    if (em.isInTransaction()) return oneOf(await answerAll(em, [question]));
    const database = em.getDriver();
    const loader = loaders.get(database) ?? loaderOf(em.fork(), answerAll);
    loaders.set(database, loader);
    return loader.load(question);
  };
}

function loaderOf<Question, Answer>(
  em: EntityManager,
  answerAll: AnswerAll<Question, Answer>,
): DataLoader<Question, Answer> {
  let underWay = false;
  const waiting: (() => void)[] = [];
  return new DataLoader<Question, Answer>(
    async (questions) => {
      underWay = true;
      try {
        return await answerAll(em, questions);
      } finally {
        underWay = false;
        waiting.shift()?.();
      }
    },
    {
      cache: false,
      maxBatchSize: mostTogether,
      // The question that opens a batch is put into it after this was called.
      batchScheduleFn: (ask) => (underWay ? void waiting.push(ask) : process.nextTick(ask)),
    },
  );
}

function oneOf<Answer>([answer]: readonly (Answer | Error)[]): Answer {
  if (answer instanceof Error) throw answer;
  return answer as Answer;
}
