/**
 * Films to tables: every frame of a film, its faces and each network's probabilities, as a csv file that other programs
 * read, with a JSON file beside it.
 *
 * <p>Start with {@link org.maferstudio.analysis.FilmAnalysis}:
 *
 * <pre>{@code
 * try (FilmAnalysis analysis = FilmAnalysis.open(experiments, new DeviceConfig("auto", 1))) {
 *     FilmReport report = analysis.analyse(AnalysisRequest.of(film, folder), listener);
 * }
 * FilmTable table = FilmTable.read(AnalysisRequest.of(film, folder).table());
 * }</pre>
 */
package org.maferstudio.analysis;
