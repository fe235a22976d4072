import { useConsole } from '../console/console-context';
import { useSignOutMutation } from '../gql/generated';

/** Ends the session on the server; only when that is done is the console empty again. */
export function useSignOut() {
  const { startAfresh } = useConsole();
  const mutation = useSignOutMutation();

  async function signOut(): Promise<void> {
    const { error: refused } = await mutation.executeMutation({});
    if (!refused) startAfresh();
  }

  return { signOut, error: mutation.error, fetching: mutation.fetching };
}
