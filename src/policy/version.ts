/**
 * Names the tables as they stand; every audit event carries it, so that an auditor knows which rules gave an answer.
 * Raised with every change of a table or a condition (a test holds it to the tables).
 */
export const POLICY_VERSION = '3';
