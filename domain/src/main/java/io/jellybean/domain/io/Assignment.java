package io.jellybean.domain.io;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.WorkerLoad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code assignment} of a plan's file: rows of one worker each, of which placements are made. */
record Assignment(List<Row> rows) {

    /** One operator on one worker. */
    record Row(String operator, GroupId group, WorkerLoad load) {}

    /** One entry of {@code batches}. */
    record Batch(String operator, GroupId group, int size) {
        static Optional<Batch> read(FieldReader fields) {
            String operator = fields.text("operator");
            String tier = fields.text("tier");
            String type = fields.text("type");
            int size = (int) fields.whole("batch", 1, 1_000_000);
            return fields.build(() -> new Batch(operator, new GroupId(tier, type), size));
        }
    }

    private record Place(String operator, GroupId group) {}

    static Optional<Assignment> read(FieldReader fields) {
        List<Row> rows = new ArrayList<>();
        for (String operator : fields.keys()) {
            rows.addAll(fields.objects(operator, row -> {
                String worker = row.text("worker");
                String group = row.text("group");
                double load = row.number("load", Range.POSITIVE);
                return row.build(() -> new Row(operator, GroupId.parse(group), new WorkerLoad(worker, load)));
            }));
        }
        return fields.build(() -> new Assignment(rows));
    }

    List<Placement> placements(List<Batch> batches) {
        Map<Place, List<WorkerLoad>> loadsByPlace = new LinkedHashMap<>();
        for (Row row : rows) {
            Place place = new Place(row.operator(), row.group());
            loadsByPlace.computeIfAbsent(place, any -> new ArrayList<>()).add(row.load());
        }
        return loadsByPlace.entrySet().stream()
                .map(entry -> {
                    Place place = entry.getKey();
                    int batchSize = batches.stream()
                            .filter(batch -> new Place(batch.operator(), batch.group()).equals(place))
                            .mapToInt(Batch::size)
                            .findFirst()
                            .orElse(1);
                    return new Placement(place.operator(), place.group(), batchSize, entry.getValue());
                })
                .toList();
    }
}
