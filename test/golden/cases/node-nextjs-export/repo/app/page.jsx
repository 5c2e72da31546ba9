export default function Page() {
  return <main>Orders from {process.env.NEXT_PUBLIC_API_URL}</main>;
}
