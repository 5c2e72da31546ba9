export default function Index() {
  return <h1>Orders</h1>;
}
