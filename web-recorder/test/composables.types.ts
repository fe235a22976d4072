/**
 * Checked by vue-tsc, never run: each expected error below has to be one, or the type check fails. It proves that a
 * generated composable does not let a required variable be left out.
 */
import { computed } from 'vue';
import {
  useDiscardRecordingMutation,
  useRecordingsQuery,
  useTextsQuery,
  useTextToReadQuery,
} from '../src/gql/generated';

export function correctUses(): void {
  useTextsQuery();
  useTextsQuery({ first: 5 });
  useTextToReadQuery({ id: 'a' });
  useTextToReadQuery(() => ({ id: 'a' }));
  useRecordingsQuery(
    computed(() => ({ userId: 'a', after: null })),
    { pause: true },
  );
  void useDiscardRecordingMutation().executeMutation({ sessionId: 'a' });
}

export function wrongUses(): unknown {
  // @ts-expect-error the argument is missing
  useTextToReadQuery();
  // @ts-expect-error the variable is missing
  useTextToReadQuery({});
  // @ts-expect-error the variable is missing in what a getter gives
  useTextToReadQuery(() => ({}));
  // @ts-expect-error one of several variables is missing
  useRecordingsQuery({ first: 5 });
  // @ts-expect-error there is no such language
  useTextsQuery({ filter: { language: 'FR' } });
  // @ts-expect-error there is no such variable
  useTextsQuery({ frist: 5 });
  // @ts-expect-error a mutation lacks its variable
  void useDiscardRecordingMutation().executeMutation({});
  const { data } = useTextToReadQuery({ id: 'a' });
  // @ts-expect-error the text has no such field
  return data.value?.text.author;
}
