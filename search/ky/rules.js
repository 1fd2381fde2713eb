// Reads the rules of this folder from the disk; in the reader's browser they are part of the worker.
import { readFileSync } from "node:fs";

const rules = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8"));

export const RULES = { letters: rules("letters"), latin: rules("latin"), suffixes: rules("suffixes"), words: rules("words") };
