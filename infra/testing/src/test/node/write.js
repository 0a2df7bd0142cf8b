// Writes a value to a topic with Confluent's own client, by the schema that the registry has.
// node write.js BOOTSTRAP REGISTRY TOPIC RECORD KEY JSON
import { AvroSerializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';
import { Kafka, logLevel } from 'kafkajs';

const [bootstrap, registry, topic, record, key, json] = process.argv.slice(2);
const client = SchemaRegistryClient.newClient({ baseURLs: [registry] });
const serializer = new AvroSerializer(client, SerdeType.VALUE, {
  useLatestVersion: true,
  subjectNameStrategy: () => `${topic}-${record}`,
});
const kafka = new Kafka({ brokers: [bootstrap], logLevel: logLevel.ERROR });
const producer = kafka.producer();

await producer.connect();
const value = await serializer.serialize(topic, JSON.parse(json));
await producer.send({ topic, messages: [{ key, value }] });
await producer.disconnect();
