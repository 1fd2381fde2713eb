import { stemmed } from "../analysers.js";
import { RussianStemmer } from "../snowball/russian-stemmer.js";

/** An analyser over `{rules}`, the parsed files of this folder. */
export const createAnalyser = ({ rules }) => stemmed(rules, new RussianStemmer());
