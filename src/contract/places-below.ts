/** Places within settings that lie deeper: under `verify`, the path `outputs.0.value` is `verify.outputs.0.value`. */
export function below<Place extends { readonly path: string }>(
  setting: string,
  places: readonly Place[],
): readonly Place[] {
  return places.map((place) => ({ ...place, path: `${setting}.${place.path}` }));
}
