import { stemmed } from "../analysers.js";
import { EnglishStemmer } from "../snowball/english-stemmer.js";

/** An analyser over `{rules}`, the parsed files of this folder. */
export const createAnalyser = ({ rules }) => stemmed(rules, new EnglishStemmer());
