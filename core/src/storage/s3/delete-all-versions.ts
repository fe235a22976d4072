import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ObjectIdentifier,
  type S3Client,
} from '@aws-sdk/client-s3';

/**
 * Deletes every version of everything below a prefix, delete markers too: in a bucket with versioning a plain
 * delete only hides. A page holds at most 1,000 keys, which is also the most that one deletion takes.
 * @throws when the store keeps one of them.
 */
export async function deleteAllVersions(client: S3Client, bucket: string, prefix: string): Promise<void> {
  for (;;) {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix }));
    const objects = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(
      ({ Key, VersionId }): ObjectIdentifier => ({ Key, VersionId }),
    );
    if (objects.length === 0) return;
    await deleteBatch(client, bucket, objects);
  }
}

async function deleteBatch(client: S3Client, bucket: string, objects: ObjectIdentifier[]): Promise<void> {
  const answer = await client.send(
    new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: objects, Quiet: true } }),
  );
  const kept = answer.Errors ?? [];
  if (kept.length > 0) {
    throw new Error(
      `The store kept ${kept.length} of ${objects.length} objects, the first because: ${kept[0]?.Code ?? 'unknown'}`,
    );
  }
}
