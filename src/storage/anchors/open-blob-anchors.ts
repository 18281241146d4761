import { type TokenCredential } from '@azure/identity';
import { ContainerClient } from '@azure/storage-blob';
import { type Anchors } from '../../use-cases/ports/anchors';
import { blobAnchors } from './blob-anchors';

const TRIES = { maxTries: 3, tryTimeoutInMs: 5_000 };

/** The anchors in the container at this address. */
export const openBlobAnchors = (url: string, credential: TokenCredential): Anchors =>
  blobAnchors(new ContainerClient(url, credential, { retryOptions: TRIES }));
