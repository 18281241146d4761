import { DefaultAzureCredential } from '@azure/identity';
import { ContainerClient } from '@azure/storage-blob';
import { type Anchors } from '../../use-cases/ports/anchors';
import { blobAnchors } from './blob-anchors';

const TRIES = { maxTries: 3, tryTimeoutInMs: 5_000 };

/** The anchors in the container at this address, reached with the managed identity. */
export const openBlobAnchors = (url: string): Anchors =>
  blobAnchors(new ContainerClient(url, new DefaultAzureCredential(), { retryOptions: TRIES }));
