package dev.playhead.schemas.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/// A schema changed, as a hasty change would change it.
record SchemaEdit(Schema schema) {
    static SchemaEdit of(Schema schema) {
        return new SchemaEdit(schema);
    }

    Schema keeping(Predicate<Field> which) {
        return with(
                schema.getFields().stream().filter(which).map(SchemaEdit::copy).toList());
    }

    Schema adding(String field) {
        Schema holder =
                new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"Holder\",\"fields\":[" + field + "]}");
        List<Field> fields = new ArrayList<>(
                schema.getFields().stream().map(SchemaEdit::copy).toList());
        fields.add(copy(holder.getFields().getFirst()));
        return with(fields);
    }

    private Schema with(List<Field> fields) {
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    private static Field copy(Field field) {
        return new Field(field, field.schema());
    }
}
